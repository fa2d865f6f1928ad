namespace Nuke.DockerSlim.PullRequests;

/// <summary>A comment on a pull request.</summary>
/// <param name="Id">Its id, which outgrows 32 bits. Of two comments the later one has the higher.</param>
/// <param name="Author">The account that wrote it; empty when that is gone.</param>
/// <param name="Body">Its text as it was stored.</param>
/// <param name="Address">Where people read it; null when the server does not say.</param>
public sealed record PostedComment(long Id, string Author, string Body, string? Address)
{
    // Accounts of people cannot have brackets in their names; only apps have this ending, that of Actions (github-actions[bot]) among them.
    private const string AppEnding = "[bot]";

    /// <summary>Whether an app wrote it.</summary>
    public bool IsByApp => Author.EndsWith(AppEnding, StringComparison.Ordinal);

    /// <summary>Whether it says the same: line ends and white space at the end aside, which a server may change.</summary>
    /// <param name="text">The other text.</param>
    public bool Says(string text) => Plain(Body) == Plain(text);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
