using Octokit.Internal;

namespace Octokit;

public class DraftPullRequestReviewComment : RequestParameters
{
    public DraftPullRequestReviewComment(string body, string path, int position)
    {
        Ensure.NotBlank(body);
        Ensure.NotBlank(path);
        Body = body;
        Path = path;
        Position = position;
    }

    public string Body { get; }

    public string Path { get; }

    public int Position { get; }
}
