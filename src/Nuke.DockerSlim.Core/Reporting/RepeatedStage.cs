namespace Nuke.DockerSlim.Reporting;

/// <summary>A stage that something which differs was copied from: what differs in the stage's own layers, which tells the line that made it.</summary>
public sealed record RepeatedStage
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Its layers that differ between two builds of it, the lowest first.</summary>
    public IReadOnlyList<RepeatedLayer> Layers { get; init; } = [];
}
