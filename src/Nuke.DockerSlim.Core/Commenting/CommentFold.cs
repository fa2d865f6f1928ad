namespace Nuke.DockerSlim.Commenting;

/// <summary>What is shown only to who opens it.</summary>
internal static class CommentFold
{
    /// <summary>A fold; empty where there is nothing in it.</summary>
    /// <param name="summary">What can be seen, without code spans: it is a block of HTML.</param>
    /// <param name="content">What is in it.</param>
    public static Markdown Of(Markdown summary, Markdown content) =>
        content.IsEmpty ? Markdown.Empty : Markdown.Of($"<details>\n<summary>{summary}</summary>\n\n{content}\n\n</details>");
}
