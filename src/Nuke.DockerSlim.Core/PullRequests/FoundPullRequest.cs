namespace Nuke.DockerSlim.PullRequests;

/// <summary>The pull request to comment on, or why there is none.</summary>
public sealed record FoundPullRequest
{
    private FoundPullRequest() { }

    /// <summary>Its number; null: there is none.</summary>
    public int? Number { get; private init; }

    /// <summary>Why there is none, as the second part of a sentence; null: there is one.</summary>
    public string? NothingBecause { get; private init; }

    /// <summary>This one.</summary>
    /// <param name="number">Its number.</param>
    public static FoundPullRequest Of(int number) => new() { Number = number };

    /// <summary>None.</summary>
    /// <param name="because">Why, as the second part of a sentence.</param>
    public static FoundPullRequest None(string because) => new() { NothingBecause = because };
}
