using Nuke.DockerSlim.Advising.Edits;

namespace Nuke.DockerSlim.Advising;

/// <summary>All edits.</summary>
public static class AdviceEdits
{
    /// <summary>
    /// The edits in the order in which they are tried, each on what those before it left: first what lets the tests run, then what makes each build after
    /// it quick, then single lines, then the stages.
    /// </summary>
    public static IReadOnlyList<AdviceEdit> All { get; } =
    [
        new IgnoredFiles(),
        new TestsInStage(),
        new DependenciesFirst(),
        new InstallByLock(),
        new CacheMounts(),
        new SystemPackages(),
        new ProductionApart(),
        new NonRootUser(),
    ];
}
