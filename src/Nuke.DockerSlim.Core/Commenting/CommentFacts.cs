using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The lines below the table: tests, smoke check, what is forbidden, the scan, the push; what was not asked for has none.</summary>
internal static class CommentFacts
{
    private const int MostTags = 10;
    private const int MostLastLines = 12;

    /// <summary>The lines.</summary>
    /// <param name="report">The image's report.</param>
    public static Markdown Of(ImageReport report) =>
        Markdown.Join(
            "<br>",
            [
                CommentTests.Line(report.Tests),
                Smoke(report.Smoke),
                Policies(report.Policies),
                Scan(report.Scan),
                Push(report),
                Attached(report.Push),
            ]
        );

    /// <summary>Why there is nothing to hold the image against; empty where there is, or nobody asked.</summary>
    /// <param name="report">The image's report.</param>
    public static Markdown NoBaseline(ImageReport report) =>
        report is { Baseline: { } baseline, Delta: null }
            ? Markdown.Of($"No baseline in {baseline.Source:code}: {baseline.Missing?.TrimEnd('.')}.")
            : Markdown.Empty;

    /// <summary>What the container said that did not run as it should, and where a missing file lies; empty where it did.</summary>
    /// <param name="smoke">What starting the image came to.</param>
    public static Markdown SmokeLines(SmokeFacts smoke) =>
        smoke.Status != SmokeStatus.Failed
            ? Markdown.Empty
            : Markdown.Join(
                "\n\n",
                [
                    .. smoke.Missing.Take(5).Select(x => Markdown.Text(x)),
                    Markdown.Block([.. smoke.LastLines.TakeLast(MostLastLines).Select(UntrustedText.OneLine)], "text"),
                ]
            );

    private static Markdown Smoke(SmokeFacts smoke) =>
        smoke.Status switch
        {
            SmokeStatus.Passed => Markdown.Of($"**Smoke check:** {CommentMark.Good} runs: {smoke.Detail}").Trimmed(),
            SmokeStatus.Failed => Markdown.Of($"**Smoke check:** {CommentMark.Bad} {smoke.Detail ?? "failed"}"),
            _ => Markdown.Empty,
        };

    private static Markdown Policies(IReadOnlyList<PolicyFacts> policies) =>
        policies.Count == 0
            ? Markdown.Empty
            : Markdown.Of(
                $"**Forbidden:** {Markdown.Join(", ", policies.Take(20).Select(x => Markdown.Of($"{Mark(x)} {Markdown.Text(x.Name, 40)}")))}"
            );

    private static Markdown Mark(PolicyFacts policy) =>
        policy.Verdict switch
        {
            Verdict.Within => CommentMark.Good,
            Verdict.Exceeded => CommentMark.Bad,
            _ => CommentMark.Caution,
        };

    private static Markdown Scan(ScanFacts? scan) =>
        scan is null ? Markdown.Empty : Markdown.Of($"**Scan:** {CommentMark.Of(ConsoleScan.Of(scan).Tone)} {ConsoleScan.Of(scan).Text}");

    private static Markdown Push(ImageReport report)
    {
        var push = report.Push;
        if (push.Withheld is { } reason)
            return Markdown.Of($"**Push:** withheld: {reason}");
        if (push.Moves.Count == 0)
            return Markdown.Empty;
        var tags = Markdown.Join(
            ", ",
            push.Moves.OrderBy(x => x.Holds).Take(MostTags).Select(x => Markdown.Of($"{x.Tag:code}{PushText.About(x)}"))
        );
        var more = push.Moves.Count > MostTags ? Markdown.Of($" and {push.Moves.Count - MostTags} more") : Markdown.Empty;
        if (push is not { Pushed: true, Digest: { } digest })
            return Markdown.Of($"**Push:** {CommentMark.Caution} {tags}{more}");
        var proofs = Markdown.Join(
            "; ",
            PushText
                .Proofs(push)
                .Take(MostTags)
                .Select(x =>
                    Markdown.Of(
                        $"{x.Label}tested {x.Proof.Tested.Value:code} = pushed {x.Proof.Pushed.Value:code}{PushText.About(x.Proof)}"
                    )
                )
        );
        var beside = PushText.About(push.SupplyChain) is { } stated ? Markdown.Of($"; beside it {stated}") : Markdown.Empty;
        return Markdown.Of($"**Push:** {CommentMark.Good} {tags}{more} is {digest.Value:code}; {proofs}{beside}");
    }

    private static Markdown Attached(PushFacts push) =>
        push.ReportNote is { } note ? Markdown.Of($"{CommentMark.Caution} the report was not attached: {note}") : Markdown.Empty;
}
