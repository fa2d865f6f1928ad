using Octokit.Internal;

namespace Octokit;

public class PullRequestReviewCommentEdit : RequestParameters
{
    public PullRequestReviewCommentEdit(string body)
    {
        Ensure.NotBlank(body);
        Body = body;
    }

    public string Body { get; }
}
