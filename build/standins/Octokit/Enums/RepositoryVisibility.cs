namespace Octokit;

public enum RepositoryVisibility
{
    Public,
    Private,
    Internal,
}
