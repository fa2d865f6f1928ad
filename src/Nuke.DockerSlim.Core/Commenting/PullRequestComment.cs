using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>
/// The comment on a pull request, in GitHub Flavored Markdown: the verdict first, one table, the line to blame, and the rest folded. It is made of reports
/// alone, which may come from anybody: every text in them is made harmless.
/// </summary>
public static class PullRequestComment
{
    /// <summary>The comment. Its first line is the marker by which it is found again, and it ends in a line end.</summary>
    /// <param name="reports">The images' reports, one at least.</param>
    /// <param name="options">What it is rendered with besides.</param>
    /// <exception cref="InputException">The reports hold figures that cannot be added up.</exception>
    public static string Render(IReadOnlyList<ImageReport> reports, CommentOptions options)
    {
        var marker = options.Marker ?? CommentMarker.Of(reports.Select(x => x.Image.Name));
        return $"{marker.Line}\n{Text(reports, options, marker.Line.Length + 1)}";
    }

    /// <summary>The same without its marker, for the summary of a job or a file that is read by itself.</summary>
    /// <param name="reports">The images' reports, one at least.</param>
    /// <param name="options">What it is rendered with besides.</param>
    /// <exception cref="InputException">The reports hold figures that cannot be added up.</exception>
    public static string RenderUnmarked(IReadOnlyList<ImageReport> reports, CommentOptions options) => Text(reports, options, 0);

    /// <summary>Whether two comments say the same: what they were taken with and the link to the run, on their last line, is no news.</summary>
    /// <param name="stored">The comment as a host keeps it, with its own line ends; null: there is none.</param>
    /// <param name="rendered">The comment as <see cref="Render" /> makes it.</param>
    public static bool SaysTheSame(string? stored, string rendered) =>
        stored is not null && CommentFooter.Without(stored) == CommentFooter.Without(rendered);

    private static string Text(IReadOnlyList<ImageReport> reports, CommentOptions options, int taken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(reports.Count);
        var bounded = options with { CharacterLimit = Math.Max(options.CharacterLimit, CommentOptions.LeastCharacterLimit) };
        try
        {
            return new CommentBody(reports, bounded).Written(bounded.CharacterLimit - taken);
        }
        catch (OverflowException)
        {
            throw new InputException(
                "The reports hold figures that no image has, so no comment is made of them: delete them and run ./build.sh SlimImage."
            );
        }
    }
}
