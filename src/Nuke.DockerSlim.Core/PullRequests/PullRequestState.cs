namespace Nuke.DockerSlim.PullRequests;

/// <summary>A pull request as the server has it now.</summary>
/// <param name="Number">Its number.</param>
/// <param name="HeadSha">The commit at the head of its branch.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Base">The repository to merge into; null when the server does not say.</param>
public sealed record PullRequestState(int Number, string HeadSha, bool IsOpen, GitHubRepository? Base);
