using System.Runtime.CompilerServices;
using Nuke.Common;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run of <see cref="IInitSlimImage.InitSlimImage" /> works on.</summary>
internal static class InitTurn
{
    private static readonly ConditionalWeakTable<IHazImages, InitSearch> Searches = [];

    /// <summary>The images of a run: those that the build declares, or, where it declares none and is to be made ready, those of the Dockerfiles there are.</summary>
    /// <param name="build">The build.</param>
    /// <exception cref="InputException">There is no Dockerfile.</exception>
    public static IEnumerable<ImageDefinition> Images(IHazImages build) =>
        IsPlanned(build) && !Declares(build) ? Search(build).Work.Definitions(Found(build)) : build.Images;

    /// <summary>Says what was found.</summary>
    /// <param name="build">The build.</param>
    /// <param name="setup">The run.</param>
    public static void SayFound(IHazImages build, RunSetup setup)
    {
        if (!Declares(build) && !IsOfTheMoment(build))
            setup.Console.ShowFound(Found(build), Search(build).LeftOut);
    }

    /// <summary>Leaves what runs and the build program write out of an image's build context.</summary>
    /// <param name="build">The build.</param>
    /// <param name="work">The image.</param>
    /// <exception cref="InputException">An ignore file cannot be read or written.</exception>
    public static void LeaveOutOutputs(IHazImages build, ImageWork work)
    {
        // The program runs from a folder below the bin of its project: what it is compiled to is no part of any image.
        var project = Parents(AppContext.BaseDirectory).FirstOrDefault(x => x.Name == "bin")?.Parent?.FullName;
        string root = build.RootDirectory;
        Search(build)
            .Work.LeaveOut(
                work.Target,
                [
                    Path.Combine(root, "artifacts"),
                    build.TemporaryDirectory,
                    .. project is null ? Array.Empty<string>() : [Path.Combine(project, "bin"), Path.Combine(project, "obj")],
                ]
            );
    }

    /// <summary>Takes that back.</summary>
    /// <param name="build">The build.</param>
    public static void PutBack(IHazImages build) => Search(build).Work.PutBack();

    /// <summary>Writes limits and a workflow, and says so.</summary>
    /// <param name="build">The build.</param>
    /// <param name="setup">The run, its images without limits measured.</param>
    /// <exception cref="InputException">A file cannot be read or written.</exception>
    public static void Write(IHazImages build, RunSetup setup)
    {
        var found = Declares(build) || IsOfTheMoment(build) ? [] : Found(build);
        var images = setup.Works.Select(x => new InitImage(
            x.Target.Definition,
            found.FirstOrDefault(y => y.Name == x.Target.Definition.Name) ?? (found is [var only] ? only : null),
            InitImage.HasLimits(x.Target.Definition) ? [] : LimitProposal.Of(x.Report)
        ));
        setup.Console.ShowInit(Search(build).Work.Write([.. images]));
    }

    /// <summary>Whether the target is planned.</summary>
    /// <param name="build">The build.</param>
    public static bool IsPlanned(IHazImages build) => build.ExecutionPlan.Any(x => x.Name == nameof(IInitSlimImage.InitSlimImage));

    private static IEnumerable<DirectoryInfo> Parents(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at;
    }

    private static bool IsOfTheMoment(IHazImages build) => build.Dockerfile is not null || build.BuildContext is not null;

    // The tree is walked once a run.
    private static InitSearch Search(IHazImages build) =>
        Searches.GetValue(
            build,
            x =>
            {
                var work = new InitWork(x.RootDirectory, GitOrigin.Read(x.RootDirectory), GitOrigin.MainBranch(x.RootDirectory));
                return new InitSearch(work, DockerfileSearch.Find(x.RootDirectory, work.RootName, out var leftOut), leftOut);
            }
        );

    private static IReadOnlyList<FoundDockerfile> Found(IHazImages build)
    {
        var (_, found, leftOut) = Search(build);
        return found.Count > 0 || IsOfTheMoment(build)
            ? found
            : throw new InputException(
                $"There is no Dockerfile in {build.RootDirectory} or up to six folders below{(leftOut.Count > 0 ? $" (but {string.Join(", ", leftOut)})" : "")}; write one, or name one with --dockerfile FILE."
            );
    }

    // The property of the interface itself is what a build has that declares nothing.
    private static bool Declares(IHazImages build)
    {
        var map = build.GetType().GetInterfaceMap(typeof(IHazImages));
        var images = Array.FindIndex(map.InterfaceMethods, x => x.Name == "get_" + nameof(IHazImages.Images));
        return map.TargetMethods[images].DeclaringType != typeof(IHazImages);
    }

    /// <summary>What there is to be made ready.</summary>
    /// <param name="Work">Makes it ready.</param>
    /// <param name="Found">The Dockerfiles.</param>
    /// <param name="LeftOut">Files that look like one and are none.</param>
    private sealed record InitSearch(InitWork Work, IReadOnlyList<FoundDockerfile> Found, IReadOnlyList<string> LeftOut);
}
