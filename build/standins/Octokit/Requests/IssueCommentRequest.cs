namespace Octokit;

public class IssueCommentRequest : RequestParameters
{
    public IssueCommentSort Sort { get; set; }

    public SortDirection Direction { get; set; }

    public DateTimeOffset? Since { get; set; }
}
