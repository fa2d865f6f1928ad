namespace Nuke.DockerSlim.PullRequests;

/// <summary>What set off a workflow, as far as a pull request is concerned.</summary>
public sealed record GitHubEvent
{
    /// <summary>The event's name, such as <c>pull_request</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The pull request's number; null where the event does not tell it.</summary>
    public int? Number { get; init; }

    /// <summary>The commit at the head of the branch, 40 or 64 small hexadecimal digits; null where the event does not tell it.</summary>
    public string? HeadSha { get; init; }

    /// <summary>The branch that is to be merged; null where the event does not tell it.</summary>
    public string? HeadRef { get; init; }

    /// <summary>The repository that the branch lies in; null where the event does not tell it, or it is gone.</summary>
    public GitHubRepository? HeadRepository { get; init; }

    /// <summary>The branch to merge into; null where the event does not tell it.</summary>
    public string? BaseRef { get; init; }

    /// <summary>Whether the branch lies in another repository, so that the workflow's token may only read.</summary>
    public bool IsFork { get; init; }

    /// <summary>Whether another workflow's end set this one off: what that one left may have been made by anybody.</summary>
    public bool IsWorkflowRun { get; init; }

    /// <summary>The run of the workflow that ended; null where none did.</summary>
    public long? RunId { get; init; }

    /// <summary>Why it is about no pull request, as the second part of a sentence; null: it is, or may be.</summary>
    public string? NothingBecause { get; init; }
}
