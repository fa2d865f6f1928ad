namespace Nuke.DockerSlim.Configuration;

/// <summary>What tags may be made of: where the working copy stands, and when.</summary>
public sealed record TagFacts
{
    /// <summary>The branch; null where there is none, as of a tag or a pull request.</summary>
    public string? Branch { get; init; }

    /// <summary>The repository's default branch; null where nobody says which it is.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>The commit; null where there is none.</summary>
    public string? Commit { get; init; }

    /// <summary>Git's tags of the commit.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}
