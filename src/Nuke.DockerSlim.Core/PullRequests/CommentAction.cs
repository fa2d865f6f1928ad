namespace Nuke.DockerSlim.PullRequests;

/// <summary>What became of a comment.</summary>
public enum CommentAction
{
    /// <summary>There was none, and none was wanted.</summary>
    Left,

    /// <summary>It was written.</summary>
    Created,

    /// <summary>It says something else now.</summary>
    Updated,

    /// <summary>It says so already.</summary>
    Unchanged,
}
