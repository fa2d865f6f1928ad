namespace Nuke.DockerSlim.Commenting;

/// <summary>A detail of a comment that may be shortened or left out.</summary>
/// <param name="Importance">When it goes: what has the highest number first.</param>
/// <param name="Name">What it is called in the note that says it is missing, ours.</param>
/// <param name="Image">The image that it is about, by its place among the reports.</param>
/// <param name="Render">Makes it with at most so many rows; empty: there is nothing to say.</param>
internal sealed record CommentPart(int Importance, string Name, int Image, Func<int, Markdown> Render)
{
    /// <summary>How many rows it is tried with, in turn. More is read by nobody.</summary>
    public static IReadOnlyList<int> Rows { get; } = [12, 4];
}
