using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What two cold builds of the same inputs came to.</summary>
public sealed record ReproducibilityFacts
{
    /// <summary>How far they came to the same image.</summary>
    public required ReproducibilityVerdict Verdict { get; init; }

    /// <summary>The first build's image: its manifest's digest, or its config's on a store that makes no manifest.</summary>
    public required Digest First { get; init; }

    /// <summary>The second build's image, by the same digest.</summary>
    public required Digest Second { get; init; }

    /// <summary>How many layers the first build's image has.</summary>
    public required int LayerCount { get; init; }

    /// <summary>The layers that differ, the lowest first.</summary>
    public IReadOnlyList<RepeatedLayer> Layers { get; init; } = [];

    /// <summary>The stages that contents which differ were copied from, each built once more; empty where none were.</summary>
    public IReadOnlyList<RepeatedStage> Stages { get; init; } = [];

    /// <summary>The fields of the config that differ, such as <c>created</c> or <c>history[3].created</c>; layers' diff ids aside.</summary>
    public IReadOnlyList<string> Config { get; init; } = [];
}
