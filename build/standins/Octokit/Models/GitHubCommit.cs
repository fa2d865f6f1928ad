namespace Octokit;

public class GitHubCommit : GitReference
{
    public string CommentsUrl { get; private set; }

    public Commit Commit { get; private set; }

    public string HtmlUrl { get; private set; }

    public IReadOnlyList<GitReference> Parents { get; private set; }
}
