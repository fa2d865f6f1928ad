namespace Nuke.DockerSlim.Reporting;

/// <summary>The packages in an image.</summary>
public sealed record InventoryFacts
{
    /// <summary>How many packages there are, each version counted once.</summary>
    public int PackageCount { get; init; }

    /// <summary>Whether nothing is there that may name packages and was not read, so that there are no more.</summary>
    public bool PackageCountIsWhole { get; init; } = true;

    /// <summary>The packages, those that the base image did not bring first, the largest first among them, at most two hundred.</summary>
    public IReadOnlyList<PackageFacts> Packages { get; init; } = [];

    /// <summary>What could not be counted or read, a sentence; null when there is nothing.</summary>
    public string? Gap { get; init; }
}
