using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>Whether reports are an occasion for a comment.</summary>
public static class CommentOccasion
{
    /// <summary>Reads the parameter <c>--comment-when</c>.</summary>
    /// <param name="text">The text; null is <see cref="CommentWhen.Always" />.</param>
    /// <exception cref="InputException">It is none of the words.</exception>
    public static CommentWhen Parse(string? text) => TryParse(text) ?? throw new InputException(Problem(text)!);

    /// <summary>What is wrong with the parameter <c>--comment-when</c>, a sentence; null: nothing.</summary>
    /// <param name="text">The text; null is none.</param>
    public static string? Problem(string? text) =>
        TryParse(text) is null
            ? $"--comment-when: '{UntrustedText.OneLine(text)}' is none of always, changed, failed and never; write one of them."
            : null;

    /// <summary>Whether a comment is written where there is none.</summary>
    /// <param name="when">When one is wanted.</param>
    /// <param name="reports">The reports.</param>
    public static bool Asks(CommentWhen when, IReadOnlyList<ImageReport> reports) =>
        when switch
        {
            CommentWhen.Always => true,
            CommentWhen.Changed => reports.Any(x => !Holds(x) || Changed(x)),
            CommentWhen.Failed => reports.Any(x => !Holds(x)),
            _ => false,
        };

    private static CommentWhen? TryParse(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            null or "always" => CommentWhen.Always,
            "changed" => CommentWhen.Changed,
            "failed" => CommentWhen.Failed,
            "never" => CommentWhen.Never,
            _ => null,
        };

    private static bool Holds(ImageReport report) => report.Outcome is ReportOutcome.Good;

    // What the base image or the compressor changed is not the pull request's doing.
    private static bool Changed(ImageReport report) =>
        report.Delta is not { } delta
        || delta.Measures.Any(x => x.Name is "downloadSize" or "unpackedSize" && (x.OwnChange ?? x.Change) is not 0);
}
