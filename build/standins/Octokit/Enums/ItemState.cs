namespace Octokit;

public enum ItemState
{
    Open,
    Closed,
}
