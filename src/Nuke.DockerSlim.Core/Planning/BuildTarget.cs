using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Planning;

/// <summary>A definition whose paths are resolved: what a builder works on.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="ContextDirectory">The build context, absolute.</param>
/// <param name="DockerfilePath">The Dockerfile, absolute.</param>
/// <param name="RootDirectory">The root folder of the build, absolute: what other relative paths are resolved against.</param>
public sealed record BuildTarget(ImageDefinition Definition, string ContextDirectory, string DockerfilePath, string RootDirectory)
{
    /// <summary>Resolves a definition's paths.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="rootDirectory">The root folder of the build, absolute.</param>
    public static BuildTarget From(ImageDefinition definition, string rootDirectory) =>
        new(definition, definition.ContextPath(rootDirectory), definition.DockerfilePath(rootDirectory), rootDirectory);

    /// <summary>The Dockerfile as messages and reports name it: relative to the root folder, unless it lies outside.</summary>
    public string DockerfileName => NameOf(DockerfilePath);

    /// <summary>A file as messages and reports name it: relative to the root folder, unless it lies outside.</summary>
    /// <param name="file">The file, absolute.</param>
    public string NameOf(string file)
    {
        var relative = Path.GetRelativePath(RootDirectory, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? file : relative;
    }

    /// <summary>The tag of the measured image; that of one of several platforms has the platform behind it.</summary>
    public string ProductionTag => "dockerslim" + PlatformSuffix;

    /// <summary>The name under which the engine keeps the measured image until the next run: <c>repository:dockerslim</c>.</summary>
    public string ProductionReference => $"{Definition.Repository}:{ProductionTag}";

    /// <summary>The tag under which its bytes are pushed to a repository, before they are proved.</summary>
    /// <param name="repository">The repository.</param>
    internal ImageReference CandidateIn(ImageReference repository) => repository.WithTag(PushArguments.Candidate + PlatformSuffix);

    /// <summary>The one platform that is worked on of an image that has several; null where the image has at most one.</summary>
    public string? PlatformOfSeveral { get; init; }

    /// <summary>What tags of one of several platforms end in, such as <c>-linux-arm64</c>; empty where the image has at most one.</summary>
    public string PlatformSuffix => PlatformOfSeveral is { } platform ? "-" + platform.Replace('/', '-') : "";

    /// <summary>The image as messages name it: its name, and which of several platforms.</summary>
    public string Label => Which is { } which ? $"{Definition.Name} ({which})" : Definition.Name;

    /// <summary>Which of the image's works this is: one of several platforms, another revision; null where it is the image itself.</summary>
    public string? Which =>
        (PlatformOfSeveral, Revision) switch
        {
            (var platform, null) => platform,
            (null, var revision) => $"baseline {revision}",
            var (platform, revision) => $"{platform}, baseline {revision}",
        };

    /// <summary>The commit whose files it is made of, short, where it is built to hold the image against; null for the working copy.</summary>
    public string? Revision { get; init; }

    /// <summary>One platform of an image that has several.</summary>
    /// <param name="platform">The platform.</param>
    public BuildTarget ForPlatform(string platform) =>
        this with
        {
            Definition = Definition with { Platforms = [platform] },
            PlatformOfSeveral = platform,
        };

    /// <summary>
    /// The OCI layout that the production image is left in, absolute; null where the builder is the engine's own and the image stays in there.
    /// </summary>
    public string? LayoutDirectory { get; init; }

    /// <summary>The image with a copy of its build context, which edits are made in.</summary>
    /// <param name="contextDirectory">The copy, absolute.</param>
    /// <param name="layoutDirectory">Where its image goes, absolute, where a builder leaves images in layouts.</param>
    public BuildTarget InCopy(string contextDirectory, string layoutDirectory) =>
        this with
        {
            ContextDirectory = contextDirectory,
            LayoutDirectory = LayoutDirectory is null ? null : layoutDirectory,
        };

    /// <summary>What keeps secrets out of what a build says; null: it is given none.</summary>
    public BuildLogFilter? LogFilter { get; init; }

    /// <summary>Where the production image lies once it is built; a path is relative to the root folder.</summary>
    public ImageSource ProductionImage =>
        LayoutDirectory is { } layout
            ? ImageSource.InFolder($"{Path.GetRelativePath(RootDirectory, layout).Replace('\\', '/')}:{ProductionTag}")
            : ImageSource.InEngine(ProductionReference);

    /// <summary>Whether the result of a build is an image in the engine.</summary>
    /// <param name="step">The build.</param>
    public bool IsInEngine(BuildStep step) => step.Reference is not null && !IsInLayout(step);

    /// <summary>Whether the result of a build is an image in the engine that is there only while the run needs it.</summary>
    /// <param name="step">The build.</param>
    public bool IsOfTheRun(BuildStep step) => IsInEngine(step) && (Definition.IsOfTheRun || step.Reference != ProductionReference);

    /// <summary>Whether the result of a build is an image in the layout. A test stage's is run, and so always goes to the engine.</summary>
    /// <param name="step">The build.</param>
    public bool IsInLayout(BuildStep step) =>
        step.Reference is not null && LayoutDirectory is not null && step.Scenario != BuildScenario.Test;

    /// <summary>The name under which the engine keeps an image with an edited file for as long as its build takes.</summary>
    public string EditedReference => Definition.Repository + ":dockerslim-edited";

    /// <summary>The name under which the engine keeps the test stage while a run needs it.</summary>
    public string TestReference => Definition.Repository + ":dockerslim-test";
}
