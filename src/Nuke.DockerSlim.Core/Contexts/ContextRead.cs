namespace Nuke.DockerSlim.Contexts;

/// <summary>One line's reading of the build context: a source of a COPY or an ADD, or a bind mount of a RUN.</summary>
public sealed record ContextRead
{
    /// <summary>What it names, relative to the context and without a slash at either end, wildcards included; empty is the context's folder.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is a mount: the command sees the files, and what it reads of them nobody knows.</summary>
    public bool IsMount { get; init; }

    /// <summary>First Dockerfile line of the instruction, from one; null when unknown.</summary>
    public int? FirstLine { get; init; }

    /// <summary>Last line of it; null when unknown.</summary>
    public int? LastLine { get; init; }

    /// <summary>Digest of the step's vertex in the progress events; null when the provenance does not say it.</summary>
    public string? Vertex { get; init; }

    /// <summary>What alone is taken from a folder, relative to the source (<c>COPY --parents</c>); empty is all.</summary>
    public IReadOnlyList<string> IncludePatterns { get; init; } = [];

    /// <summary>What is left out of a folder, relative to the source (<c>COPY --exclude</c>).</summary>
    public IReadOnlyList<string> ExcludePatterns { get; init; } = [];
}
