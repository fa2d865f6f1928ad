using Nuke.DockerSlim.Checking.Rules;

namespace Nuke.DockerSlim.Checking;

/// <summary>All rules.</summary>
public static class DockerfileRules
{
    /// <summary>The rules, in no order.</summary>
    public static IReadOnlyList<DockerfileRule> All { get; } =
    [
        new AddInsteadOfCopy(),
        new PackageListsLeft(),
        new AptRecommends(),
        new BuildToolInProduction(),
        new DevelopmentDependencies(),
        new DockerignoreMisses(),
        new DockerignoreMissing(),
        new HeavyBase(),
        new InstallWithoutLock(),
        new LateRemoval(),
        new MissingCacheMount(),
        new PackageCacheLeft(),
        new RootUser(),
        new SecretFileCopied(),
        new SecretInBuildArg(),
        new SingleStage(),
        new SourceBeforeDependencies(),
        new SymbolsLeft(),
        new TestStageUnshared(),
        new UnnamedStage(),
        new UnpinnedBase(),
        new WholeDirectoryCopied(),
    ];
}
