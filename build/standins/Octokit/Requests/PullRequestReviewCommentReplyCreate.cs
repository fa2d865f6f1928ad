using Octokit.Internal;

namespace Octokit;

public class PullRequestReviewCommentReplyCreate : RequestParameters
{
    public PullRequestReviewCommentReplyCreate(string body, long inReplyTo)
    {
        Ensure.NotBlank(body);
        Body = body;
        InReplyTo = inReplyTo;
    }

    public string Body { get; }

    public long InReplyTo { get; }
}
