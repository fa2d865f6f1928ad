namespace Nuke.DockerSlim.Reporting;

/// <summary>What the figures were taken with: figures of different engines compare only so far.</summary>
public sealed record ToolFacts
{
    /// <summary>This tool's version.</summary>
    public string? Version { get; init; }

    /// <summary>The engine's version; null until one was asked.</summary>
    public string? Engine { get; init; }

    /// <summary>The engine's image store: <c>containerd</c> or the classic store's driver, such as <c>overlay2</c>; null until asked.</summary>
    public string? Store { get; init; }

    /// <summary>buildx's version; null until asked.</summary>
    public string? Buildx { get; init; }
}
