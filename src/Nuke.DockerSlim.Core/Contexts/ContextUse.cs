namespace Nuke.DockerSlim.Contexts;

/// <summary>What a build asks of its context, and which lines read it: BuildKit's provenance, as far as it is about the context.</summary>
public sealed record ContextUse
{
    /// <summary>Whether any step needs the context at all; without one nothing of it is sent.</summary>
    public bool IsSent { get; init; }

    /// <summary>The paths that are asked for, wildcards included; null asks for the whole context.</summary>
    public IReadOnlyList<string>? FollowPaths { get; init; }

    /// <summary>Patterns that are asked for besides; the Dockerfile frontend sets none.</summary>
    public IReadOnlyList<string> IncludePatterns { get; init; } = [];

    /// <summary>What the builder made of the <c>.dockerignore</c>.</summary>
    public IReadOnlyList<string> IgnorePatterns { get; init; } = [];

    /// <summary>The lines that read it, the first first; one line may have several sources, and one source may stand in several lines.</summary>
    public IReadOnlyList<ContextRead> Reads { get; init; } = [];
}
