namespace Nuke.DockerSlim.Reporting;

/// <summary>What an attacker would find in the image.</summary>
public sealed record SurfaceFacts
{
    /// <summary>The first shell; null when there is none.</summary>
    public string? Shell { get; init; }

    /// <summary>The first package manager of a system; null when there is none.</summary>
    public string? PackageManager { get; init; }

    /// <summary>The first compiler; null when there is none.</summary>
    public string? Compiler { get; init; }

    /// <summary>The user that the image runs as, as its config has it; empty means root.</summary>
    public string? User { get; init; }

    /// <summary>Files that run with the rights of their owner or group, at most fifty.</summary>
    public IReadOnlyList<string> Setuid { get; init; } = [];

    /// <summary>Each of them with where it comes from, by kind, the best known first, at most fifty a kind.</summary>
    public IReadOnlyList<SurfaceItem> Found { get; init; } = [];

    /// <summary>How many packages there are.</summary>
    public PackageCounts Packages { get; init; } = new();
}
