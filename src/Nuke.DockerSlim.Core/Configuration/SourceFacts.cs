namespace Nuke.DockerSlim.Configuration;

/// <summary>What an image is made of, as far as version control and the pipeline know.</summary>
public sealed record SourceFacts
{
    /// <summary>Where the sources are for people, a web address without credentials; null: nobody says it.</summary>
    public string? Address { get; init; }

    /// <summary>The commit; null where there is none.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether tracked files of the working copy differ from the commit's.</summary>
    public bool IsChanged { get; init; }

    /// <summary>When the commit was made; null where there is none.</summary>
    public DateTimeOffset? CommitTime { get; init; }

    /// <summary>Git's tags of the commit.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
