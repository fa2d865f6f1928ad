namespace Nuke.DockerSlim.Commenting;

/// <summary>What is shown only to who opens it.</summary>
internal static class CommentFold
{
    /// <summary>A fold; empty where there is nothing in it.</summary>
    /// <param name="summary">What can be seen, without code spans: it is a block of HTML.</param>
    /// <param name="content">What is in it.</param>
    public static Markdown Of(Markdown summary, Markdown content) =>
        content.IsEmpty ? Markdown.Empty : Markdown.Of($"<details>\n<summary>{summary}</summary>\n\n{content}\n\n</details>");

    /// <summary>How many there are besides those that are shown; empty where there are none.</summary>
    /// <param name="count">How many.</param>
    public static Markdown More(int count) => count > 0 ? Markdown.Of($"and {count} more, in the report") : Markdown.Empty;
}
