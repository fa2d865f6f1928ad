using System.Globalization;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>What the tests came to, and what those said that failed.</summary>
internal static class CommentTests
{
    private const int MostLines = 8;
    private const int MostEvidence = 20;

    // More than these hide what stands below.
    private const int MostOpen = 3;

    /// <summary>The line: how many, passed in this run or earlier.</summary>
    /// <param name="tests">What they came to.</param>
    public static Markdown Line(TestFacts tests)
    {
        var count = tests.Total is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{total:N0} {(total == 1 ? "test" : "tests")}")
            : null;
        var counted = count is null ? Markdown.Empty : Markdown.Of($": {count}");
        var skipped = tests.Skipped is > 0 and { } number ? Markdown.Of($", {number} skipped") : Markdown.Empty;
        return tests.Status switch
        {
            TestStatus.Passed => Markdown.Of($"**Tests:** {CommentMark.Good} passed in this run{counted}{skipped}"),
            TestStatus.Reused => Markdown.Of(
                $"**Tests:** {CommentMark.Good} reused{counted}{skipped}; the cache holds a pass of the same inputs, nothing ran now"
            ),
            TestStatus.Failed => Markdown.Of($"**Tests:** {CommentMark.Bad} {Failed(tests)}{skipped}"),
            _ => Markdown.Of($"**Tests:** not run"),
        };
    }

    /// <summary>The same in a cell of a table.</summary>
    /// <param name="tests">What they came to.</param>
    public static Markdown Cell(TestFacts tests)
    {
        var count = tests.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $"{total:N0} ") : "";
        return tests.Status switch
        {
            TestStatus.Passed => Markdown.Of($"{CommentMark.Good} {Markdown.Figure($"{count}passed")}"),
            TestStatus.Reused => Markdown.Of($"{CommentMark.Good} {Markdown.Figure($"{count}reused")}"),
            TestStatus.Failed => Markdown.Of($"{CommentMark.Bad} {Markdown.Figure(Failed(tests))}"),
            _ => Markdown.Of($"not&nbsp;run"),
        };
    }

    /// <summary>The tests that failed by name and with their message, or what the test stage said; empty where none failed.</summary>
    /// <param name="tests">What they came to.</param>
    /// <param name="most">Most tests.</param>
    public static Markdown Failures(TestFacts tests, int most)
    {
        var evidence = UntrustedText.Lines(tests.Message);
        // What a stage says begins with what failed; the reason is at the end of its output.
        if (evidence.Count > MostEvidence + 1)
            evidence = [evidence[0], "…", .. evidence.TakeLast(MostEvidence)];
        var shown = tests.Failures.Take(most).Select(Failure).ToArray();
        var more = Math.Max(tests.Failed ?? 0, tests.Failures.Count) - shown.Length;
        return Markdown.Join(
            "\n\n",
            [
                Markdown.Block(evidence, "text"),
                .. shown.Take(MostOpen),
                CommentFold.Of(Markdown.Of($"{shown.Length - MostOpen} more that failed"), Markdown.Join("\n\n", shown.Skip(MostOpen))),
                CommentFold.More(shown.Length > 0 ? more : 0),
            ]
        );
    }

    /// <summary>How many failed, for a sentence: <c>2 of 24 tests failed</c>; null where none did, or they were not counted.</summary>
    /// <param name="tests">What they came to.</param>
    public static string? FailedCount(TestFacts tests) =>
        tests is { Failed: > 0 and { } failed, Total: { } total }
            ? string.Create(CultureInfo.InvariantCulture, $"{failed:N0} of {total:N0} tests failed")
            : null;

    private static string Failed(TestFacts tests) =>
        tests switch
        {
            { Failed: > 0 and { } failed, Total: { } total } => string.Create(
                CultureInfo.InvariantCulture,
                $"{failed:N0} of {total:N0} failed"
            ),
            _ => "failed",
        };

    private static Markdown Failure(TestFailure failure)
    {
        var lines = UntrustedText.Lines(failure.Message);
        // What a test says begins with what was expected; a stack trace follows.
        return Markdown
            .Of(
                $"{CommentMark.Bad} **{failure.Name}**\n\n{Markdown.Block(lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), "…"], "text")}"
            )
            .Trimmed();
    }
}
