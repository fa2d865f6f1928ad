namespace Nuke.DockerSlim.Reporting;

/// <summary>An image against its baseline. Definitions: docs/baselines.md.</summary>
public sealed record DeltaFacts
{
    /// <summary>The measures that at least one side has, in the order of the table.</summary>
    public IReadOnlyList<MeasureDelta> Measures { get; init; } = [];

    /// <summary>A measure; null when neither side has it.</summary>
    /// <param name="name">Its name, such as <c>downloadSize</c>.</param>
    public MeasureDelta? Find(string name) => Measures.FirstOrDefault(x => x.Name == name);

    /// <summary>Whom the change of the unpacked size is charged to; null when base and own layers cannot be told apart.</summary>
    public DriftFacts? Drift { get; init; }

    /// <summary>The lines whose bytes changed, those with the most bytes first; new and removed ones among them.</summary>
    public IReadOnlyList<LineDelta> Lines { get; init; } = [];

    /// <summary>Files and folders that grew or shrank, those with the most bytes first.</summary>
    public IReadOnlyList<PathDelta> Paths { get; init; } = [];
}
