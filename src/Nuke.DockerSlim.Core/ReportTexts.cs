using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim;

/// <summary>
/// What a run hands on besides its reports: the comment as a file, for whoever posts it; in a step of GitHub Actions its summary, its outputs, and remarks on
/// lines. None of it fails a run: the reports hold it all.
/// </summary>
/// <param name="rootDirectory">The root folder, absolute.</param>
/// <param name="step">The step's files.</param>
public sealed class ReportTexts(string rootDirectory, StepFiles step)
{
    /// <summary>The comment's file, relative to the root folder.</summary>
    public const string CommentFile = JsonReport.Folder + "/slim-comment.md";

    // A summary of this many characters is long enough to be looked at by nobody.
    private const int LongestSummary = 200_000;

    private readonly RepositoryFiles _files = new(rootDirectory);
    private readonly HashSet<string> _remarks = [];

    /// <summary>Writes comment, summary and outputs, in place of those that this run wrote before.</summary>
    /// <param name="reports">The images' reports, one at least.</param>
    /// <param name="options">What the comment is rendered with.</param>
    /// <returns>What could not be written, a sentence each.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<ImageReport> reports, CommentOptions options)
    {
        var placed = Placed(options, reports);
        string?[] problems =
        [
            Try(() => WriteComment(PullRequestComment.Render(reports, placed))),
            Try(() => step.WriteSummary(room => Summary(reports, placed, room), CommentOptions.LeastCharacterLimit)),
            Try(() => step.AddOutputs(StepOutputs.Of(reports, JsonReport.NameOf))),
        ];
        return [.. problems.OfType<string>()];
    }

    /// <summary>What a comment is rendered with, with what is known here: where the root folder lies in the repository, and the histories beside the reports.</summary>
    /// <param name="options">What is known of the pipeline.</param>
    /// <param name="reports">The images' reports.</param>
    public CommentOptions Placed(CommentOptions options, IReadOnlyList<ImageReport> reports) =>
        options with
        {
            SourceAddress = Below(options.SourceAddress),
            History = reports.DistinctBy(x => x.Image.Name).ToDictionary(x => x.Image.Name, History),
        };

    /// <summary>The remarks on lines of Dockerfiles, as GitHub's runner takes them when they are printed; each is there once a run.</summary>
    /// <param name="reports">The images' reports.</param>
    public IReadOnlyList<string> Remarks(IReadOnlyList<ImageReport> reports) =>
        [.. WorkflowAnnotations.Of(reports, _files.PathOf).Where(_remarks.Add)];

    private static string Summary(IReadOnlyList<ImageReport> reports, CommentOptions options, int room) =>
        PullRequestComment.RenderUnmarked(reports, options with { CharacterLimit = Math.Min(room, LongestSummary) });

    // Of the first tag that has images of this platform; this image is the last.
    private IReadOnlyList<SizeHistoryPoint> History(ImageReport report)
    {
        // A report may be anybody's: its name is no way to other folders.
        var name = report.Image.Name;
        if (name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '\\', '\0'))
            return [];
        var file = Path.Combine(rootDirectory, JsonReport.Folder, name, HistoryWork.FileName);
        var tag = HistoryFile
            .Read(file)
            ?.Tags?.FirstOrDefault(x => x.Images is { Count: > 0 } && (x.Platform is null || x.Platform == report.Image.Platform));
        return tag is null || report.Sizes is not { } sizes
            ? []
            : [.. tag.Points().Select(x => new SizeHistoryPoint(x.Label, new(x.DownloadBytes))), new("this", sizes.Download)];
    }

    // Reports name files from the root folder on, which may lie below the repository's.
    private Uri? Below(Uri? source)
    {
        var folder = _files.PathOf("x")[..^1].Trim('/');
        return source is null || folder.Length == 0 ? source : new Uri($"{source.AbsoluteUri.TrimEnd('/')}/{folder}");
    }

    private string? WriteComment(string text)
    {
        WholeFile.Replace(Path.Combine(rootDirectory, CommentFile), text);
        return null;
    }

    private static string? Try(Func<string?> write)
    {
        try
        {
            return write();
        }
        catch (InputException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{CommentFile} cannot be written: {e.Message}";
        }
    }
}
