namespace Nuke.DockerSlim.Contexts;

/// <summary>What lies in a build context, told apart by its <c>.dockerignore</c> as BuildKit does.</summary>
public sealed record ContextListing
{
    /// <summary>The context's folder, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>The file that says what is ignored, absolute; null when there is none.</summary>
    public string? IgnoreFile { get; init; }

    /// <summary>Its patterns; empty when there are none.</summary>
    public IReadOnlyList<string> IgnorePatterns { get; init; } = [];

    /// <summary>What is let through: folders before what lies in them, names in ordinal order. A build is sent only what its steps ask for.</summary>
    public required IReadOnlyList<ContextEntry> Entries { get; init; }

    /// <summary>
    /// What is left out, each folder that is left out as a whole and each single file; null when it was not counted, as that means to look into
    /// folders that BuildKit never opens.
    /// </summary>
    public IReadOnlyList<ContextShare>? Ignored { get; init; }

    /// <summary>Paths that could not be read, and why: whole sentences. A build that asks for one of them fails.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
