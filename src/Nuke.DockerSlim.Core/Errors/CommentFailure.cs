namespace Nuke.DockerSlim.Errors;

/// <summary>Why a pull request could not be read or commented on.</summary>
public enum CommentFailure
{
    /// <summary>The token is none, or not valid any more (401).</summary>
    BadToken,

    /// <summary>The token is not permitted to do it (403), such as a fork's, which may only read.</summary>
    NotPermitted,

    /// <summary>There were too many requests, and the wait is longer than anybody would want (403, 429).</summary>
    RateLimited,

    /// <summary>It is not there, or hidden from the token (404).</summary>
    Missing,

    /// <summary>The server refuses what it was sent (409, 410, 422 and others).</summary>
    Rejected,

    /// <summary>The server fails, is silent or cannot be reached; what was asked for may have been done all the same.</summary>
    Unavailable,
}
