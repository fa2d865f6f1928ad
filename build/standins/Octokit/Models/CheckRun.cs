namespace Octokit;

public class CheckRun
{
    public long Id { get; private set; }

    public string HeadSha { get; private set; }

    public string ExternalId { get; private set; }

    public string Url { get; private set; }

    public string HtmlUrl { get; private set; }

    public string DetailsUrl { get; private set; }

    public StringEnum<CheckStatus> Status { get; private set; }

    public StringEnum<CheckConclusion>? Conclusion { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public CheckRunOutputResponse Output { get; private set; }

    public string Name { get; private set; }

    public GitHubApp App { get; private set; }

    public IReadOnlyList<PullRequest> PullRequests { get; private set; }
}
