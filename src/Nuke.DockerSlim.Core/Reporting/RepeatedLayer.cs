using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A layer that two builds made of different bytes.</summary>
public sealed record RepeatedLayer
{
    /// <summary>The layer, the lowest is zero.</summary>
    public required int Layer { get; init; }

    /// <summary>Its Dockerfile line; null: unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Its instruction; null: neither Dockerfile nor history tells.</summary>
    public string? Instruction { get; init; }

    /// <summary>Its diff id in the first build; null: that has fewer layers.</summary>
    public Digest? First { get; init; }

    /// <summary>Its diff id in the second build; null: that has fewer layers.</summary>
    public Digest? Second { get; init; }

    /// <summary>Where it copies from other stages: the lines there which made what differs. Empty where it does not, and where that is not known.</summary>
    public IReadOnlyList<int> MadeBy { get; init; } = [];

    /// <summary>Whether nothing but times differs.</summary>
    public bool OnlyTimes { get; init; }

    /// <summary>What makes it so, what matters most first.</summary>
    public IReadOnlyList<RepeatedCause> Causes { get; init; } = [];

    /// <summary>Entries that differ in anything.</summary>
    public int DifferentEntries { get; init; }

    /// <summary>Those of them that differ in their time alone.</summary>
    public int TimeEntries { get; init; }

    /// <summary>Whether the entries that both have stand in another order.</summary>
    public bool OrderDiffers { get; init; }

    /// <summary>Entries that differ, those with other content first and those of other times last; at most fifty.</summary>
    public IReadOnlyList<RepeatedFile> Files { get; init; } = [];

    /// <summary>Why not all of it could be looked at; null: it could.</summary>
    public string? Gap { get; init; }
}
