using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Planning;

/// <summary>The argument lists of <c>docker</c>. Every value is an element of its own; quotes are only where buildx's own notation of several fields in one value has them.</summary>
public static class BuildxArguments
{
    /// <summary>The environment variables of a build: its metadata tell which line made which layer.</summary>
    public static IReadOnlyDictionary<string, string?> BuildVariables { get; } =
        new Dictionary<string, string?> { ["BUILDX_METADATA_PROVENANCE"] = "max" };

    /// <summary>
    /// The environment variables of a question: what the commit is belongs into the provenance of an image; a question has none, and buildx would run git
    /// seven times for it.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> QuestionVariables { get; } =
        new Dictionary<string, string?> { ["BUILDX_GIT_INFO"] = "false" };

    /// <summary>
    /// One build. All builds of an image share one namespace of cache mounts, so that a cold build empties no other project's.
    /// The namespace is part of the cache key of steps that have cache mounts, so every build here must carry it.
    /// </summary>
    /// <param name="target">The image.</param>
    /// <param name="step">The build.</param>
    /// <param name="metadataFile">Where buildx writes what it made.</param>
    /// <param name="results">Where the test stage's results go and the Dockerfile that takes them out; null when the step takes none.</param>
    public static IReadOnlyList<string> Build(BuildTarget target, BuildStep step, string metadataFile, ResultsExport? results = null)
    {
        var definition = target.Definition;
        List<string> arguments =
        [
            "buildx",
            "build",
            "--progress=rawjson",
            "--metadata-file",
            metadataFile,
            .. Source(results is null ? target : target with { DockerfilePath = results.DockerfilePath }),
            .. results is not null ? ["--target", ResultsStage.Name]
            : step.IsUnnamed ? []
            : (string[])["--target", step.Stage],
            "--build-arg",
            "BUILDKIT_CACHE_MOUNT_NS=dockerslim-" + definition.Name,
        ];
        var epoch = EpochText.BuildArg(definition);
        if (epoch is not null)
            arguments.AddRange(["--build-arg", epoch]);
        if (step.WithoutCache)
            arguments.Add("--no-cache");
        else
            arguments.AddRange(Each("--cache-from", definition.CacheFrom));
        arguments.AddRange(Each("--cache-to", CacheTo(definition, step)));
        if (definition.NetworkMode is { } network)
            arguments.AddRange(["--network", network]);
        arguments.AddRange(
            Each("--secret", definition.BuildSecrets.Select(x => Resolve(BuildSecret.Parse(x), target.RootDirectory).ToString()))
        );
        arguments.AddRange(Each("--ssh", definition.SshAgents));
        if (step.Scenario != BuildScenario.Test)
            arguments.AddRange(Each("--label", definition.Labels));
        arguments.AddRange(
            target.IsInLayout(step)
                ? ["--output", Layout(target.LayoutDirectory!, isRewritten: epoch is not null), "--tag", step.Reference!]
            : step.Reference is { } reference ? ["--load", "--tag", reference]
            : results is null ? ["--output", "type=cacheonly"]
            : ["--output", CommaFields.Join("type=local", $"dest={results.Directory}")]
        );
        arguments.Add(target.ContextDirectory);
        return arguments;
    }

    /// <summary>The question which stages a Dockerfile has.</summary>
    /// <param name="target">The image.</param>
    public static IReadOnlyList<string> ListStages(BuildTarget target) =>
        ["buildx", "build", "--call=targets,format=json", .. Question(target), target.ContextDirectory];

    /// <summary>The question what the builder's own checks find.</summary>
    /// <param name="target">The image.</param>
    public static IReadOnlyList<string> Check(BuildTarget target) =>
        ["buildx", "build", "--call=check,format=json", .. Question(target), target.ContextDirectory];

    /// <summary>The question which platforms a builder can run.</summary>
    /// <param name="target">The image.</param>
    public static IReadOnlyList<string> InspectBuilder(BuildTarget target) =>
        ["buildx", "inspect", .. target.Definition.BuildxBuilder is { } builder ? (string[])[builder] : []];

    // A Dockerfile has the same stages for every platform, and the engine's own builder takes no question about several.
    private static IEnumerable<string> Question(BuildTarget target) =>
        Source(target with { Definition = target.Definition with { Platforms = [.. target.Definition.Platforms.Take(1)] } });

    private static IEnumerable<string> Source(BuildTarget target) =>
        [
            "--file",
            target.DockerfilePath,
            .. target.Definition.BuildxBuilder is { } builder ? (string[])["--builder", builder] : [],
            .. Each("--platform", target.Definition.Platforms),
            .. Each("--build-arg", target.Definition.BuildArgs),
        ];

    /// <summary>The caches that are written to a place of their own.</summary>
    /// <param name="definition">The image.</param>
    internal static IEnumerable<string> CachesBesideTheImage(ImageDefinition definition) => definition.CacheTo.Where(x => !IsInline(x));

    // One that lies in the image is a part of it: all builds that make it have it, or they would make different ones.
    private static IEnumerable<string> CacheTo(ImageDefinition definition, BuildStep step) =>
        step.Scenario switch
        {
            BuildScenario.CacheExport => CachesBesideTheImage(definition),
            BuildScenario.Test or BuildScenario.Priming => [],
            _ => definition.CacheTo.Where(IsInline),
        };

    private static bool IsInline(string cache) => CacheReference.Parse(cache).Type == CacheReference.Inline;

    // Of all exporters that make an image to be measured this one alone rewrites times.
    private static string Layout(string directory, bool isRewritten) =>
        CommaFields.Join(["type=oci", "tar=false", $"dest={directory}", .. isRewritten ? (string[])["rewrite-timestamp=true"] : []]);

    private static BuildSecret Resolve(BuildSecret secret, string rootDirectory) =>
        secret.File is { } file ? secret with { File = Path.GetFullPath(file, rootDirectory) } : secret;

    private static IEnumerable<string> Each(string option, IEnumerable<string> values) => values.SelectMany(x => (string[])[option, x]);
}
