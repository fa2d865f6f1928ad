namespace Nuke.DockerSlim.PullRequests;

/// <summary>A page of comments.</summary>
/// <param name="Comments">The comments, the oldest first.</param>
/// <param name="HasMore">Whether there are pages behind it.</param>
public sealed record CommentPage(IReadOnlyList<PostedComment> Comments, bool HasMore);
