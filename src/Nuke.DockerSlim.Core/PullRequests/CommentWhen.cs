namespace Nuke.DockerSlim.PullRequests;

/// <summary>When a comment is written on a pull request that has none. One that is there is always brought up to date.</summary>
public enum CommentWhen
{
    /// <summary>In every run.</summary>
    Always,

    /// <summary>Where a size differs from the baseline, where there is no baseline, and where something does not hold.</summary>
    Changed,

    /// <summary>Only where something does not hold.</summary>
    Failed,

    /// <summary>Never: nothing is asked of the server.</summary>
    Never,
}
