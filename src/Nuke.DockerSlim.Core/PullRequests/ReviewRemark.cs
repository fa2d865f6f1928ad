namespace Nuke.DockerSlim.PullRequests;

/// <summary>A remark of a review on a line.</summary>
/// <param name="Path">The file's path in the repository.</param>
/// <param name="Position">
/// Where in the file's patch: lines below its first <c>@@</c>, which counts as none (docs.github.com, "REST API endpoints for pull request reviews").
/// </param>
/// <param name="Body">The remark in GitHub Flavored Markdown.</param>
public sealed record ReviewRemark(string Path, int Position, string Body);
