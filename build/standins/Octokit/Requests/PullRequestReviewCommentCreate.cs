using Octokit.Internal;

namespace Octokit;

public class PullRequestReviewCommentCreate : RequestParameters
{
    public PullRequestReviewCommentCreate(string body, string commitId, string path, int position)
    {
        Ensure.NotBlank(body);
        Ensure.NotBlank(commitId);
        Ensure.NotBlank(path);
        Body = body;
        CommitId = commitId;
        Path = path;
        Position = position;
    }

    public string Body { get; }

    public string CommitId { get; }

    public string Path { get; }

    public int Position { get; }
}
