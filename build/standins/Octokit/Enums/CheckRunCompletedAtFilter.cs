namespace Octokit;

public enum CheckRunCompletedAtFilter
{
    Latest,
    All,
}
