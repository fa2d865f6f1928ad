namespace Octokit;

public enum IssueCommentSort
{
    Created,
    Updated,
}
