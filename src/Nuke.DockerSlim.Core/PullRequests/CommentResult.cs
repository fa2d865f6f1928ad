namespace Nuke.DockerSlim.PullRequests;

/// <summary>What became of the comment of an image set.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Address">Where people read it; null: there is none, or the server does not say.</param>
public sealed record CommentResult(CommentAction Action, string? Address);
