using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A build as it is shown while it runs.</summary>
/// <param name="scenario">What it is run for.</param>
/// <param name="image">The image's name, where there are several; else null.</param>
/// <param name="start">When it began, a timestamp of the time provider.</param>
internal sealed class LiveBuild(BuildScenario scenario, string? image, long start)
{
    private const int WidestImage = 30;

    /// <summary>What it is, as a heading: <c>cold production build</c>, behind the image's name where there are several.</summary>
    public string Title { get; } = image is null ? Words(scenario).Title : $"{UntrustedText.OneLine(image)}: {Words(scenario).Title}";

    /// <summary>What it is, before each of its lines.</summary>
    public string Label { get; } =
        image is null
            ? Words(scenario).Label
            : $"{ColumnWidth.Cut(UntrustedText.OneLine(image), WidestImage, "...")} {Words(scenario).Label}";

    /// <summary>When it began, a timestamp of the time provider.</summary>
    public long Start => start;

    /// <summary>Its steps.</summary>
    public LiveSteps Steps { get; } = new();

    /// <summary>Steps from the cache that were not told yet.</summary>
    public List<LiveStep> Cached { get; } = [];

    /// <summary>What it came to; null: not at its end, or not to its end.</summary>
    public string? Result { get; set; }

    /// <summary>Whether it is over: nothing more is shown of it.</summary>
    public bool IsOver { get; set; }

    private static (string Title, string Label) Words(BuildScenario scenario) =>
        scenario switch
        {
            BuildScenario.Cold => ("cold production build", "cold"),
            BuildScenario.Warm => ("warm production build", "warm"),
            BuildScenario.Edited => ("edited production build", "edited"),
            BuildScenario.DependencyEdited => ("production build after a dependency edit", "edited"),
            BuildScenario.Priming => ("production build of a copy, to be edited", "copy"),
            BuildScenario.Test => ("test build", "test"),
            BuildScenario.Ci => ("production build in a fresh builder", "ci"),
            BuildScenario.CacheExport => ("export of the cache", "cache"),
            _ => ("production build", "build"),
        };
}
