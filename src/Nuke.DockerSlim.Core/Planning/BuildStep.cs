namespace Nuke.DockerSlim.Planning;

/// <summary>One build to run.</summary>
public sealed record BuildStep
{
    /// <summary>What it is run for.</summary>
    public required BuildScenario Scenario { get; init; }

    /// <summary>The stage to build.</summary>
    public required string Stage { get; init; }

    /// <summary>Whether the stage has no name: builders then make it only as what a build without <c>--target</c> makes.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The name of the image in the engine; null when the result stays in the builder's cache.</summary>
    public string? Reference { get; init; }

    /// <summary>A file or folder of the stage to be taken out of it, without making an image; null when there is none.</summary>
    public string? ResultsPath { get; init; }

    /// <summary>Whether it is the one that writes the definition's caches, but for those that lie in the image itself: what that takes is in no other figure.</summary>
    public bool ExportsCache => Scenario == BuildScenario.CacheExport;

    /// <summary>Whether a file is edited before it, in a copy of the build context.</summary>
    public bool IsEdited => Scenario is BuildScenario.Edited or BuildScenario.DependencyEdited;

    /// <summary>The build that goes before the first edit: from the copy of the build context, so that later transfers hold only what was edited.</summary>
    /// <param name="copy">The image with the copy for a build context.</param>
    public BuildStep ForPriming(BuildTarget copy) =>
        this with
        {
            Scenario = BuildScenario.Priming,
            Reference = copy.IsInLayout(this) ? Reference : null,
        };

    /// <summary>Whether the layer cache is left aside.</summary>
    public bool WithoutCache => Scenario == BuildScenario.Cold;
}
