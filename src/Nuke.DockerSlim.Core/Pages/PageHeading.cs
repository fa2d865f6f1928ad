using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>The page's first and last lines: which image it is, what it came to, and what the figures were taken with.</summary>
internal static class PageHeading
{
    /// <summary>The heading.</summary>
    /// <param name="report">The image's report.</param>
    public static Html Of(ImageReport report)
    {
        var image = report.Image;
        string?[] about = [image.Platform, image.Dockerfile ?? image.Source, image.LocalReference];
        return Html.Of(
            $"""
            <header>
            <h1><bdi>{image.Name}</bdi></h1>
            <p class="about">{Html.Join(about.OfType<string>().Select(x => Html.Of($"<span><bdi>{x}</bdi></span> ")))}</p>
            <p class="outcome {Tone(report.Outcome)}"><strong>{ReportSentence.Word(report.Outcome)}</strong> <bdi>{Behind(report)}</bdi></p>
            {Push(report.Push)}</header>

            """
        );
    }

    /// <summary>The last lines.</summary>
    /// <param name="report">The image's report.</param>
    public static Html Footer(ImageReport report)
    {
        var tool = report.Tool;
        (string Name, string? Value)[] with =
        [
            ("Nuke.DockerSlim", tool.Version),
            ("engine", tool.Engine),
            ("store", tool.Store),
            ("buildx", tool.Buildx),
            ("config", report.Image.ConfigDigest?.Value),
        ];
        return Html.Of(
            $"""
            <footer>
            <p>Measured {report.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)}{Html.Join(
                with.Where(x => x.Value is not null).Select(x => Html.Of($", {x.Name} <bdi>{x.Value}</bdi>"))
            )}. All of it, and more: {JsonReport.FileName} beside this page.</p>
            </footer>

            """
        );
    }

    private static string Tone(ReportOutcome outcome) =>
        outcome switch
        {
            ReportOutcome.Good => "good",
            ReportOutcome.Incomplete => "caution",
            _ => "bad",
        };

    private static Html Behind(ImageReport report) => Html.Text(ReportSentence.Behind(report), 600);

    private static Html Push(PushFacts push) =>
        push switch
        {
            { Pushed: true } => Html.Of(
                $"<p>Pushed as {string.Join(", ", push.Tags)}: <code>{push.Digest?.Value}</code></p>\n{Html.Join(PushText.Proofs(push).Select(Proof))}{Beside(push.SupplyChain)}"
            ),
            { Withheld: { } reason } => Html.Of($"<p class=\"caution\">Push withheld: <bdi>{reason}</bdi></p>\n"),
            { IsBroken: true } => Html.Of(
                $"<p class=\"caution\">Push not finished: {string.Join("; ", push.Moves.Select(x => x.Tag + PushText.About(x)))}</p>\n"
            ),
            _ => Html.Empty,
        };

    private static Html Proof((string Label, PushedProof Proof) told) =>
        Html.Of(
            $"<p>{told.Label}tested <code>{told.Proof.Tested.Value}</code> = pushed <code>{told.Proof.Pushed.Value}</code>{PushText.About(told.Proof)}</p>\n"
        );

    private static Html Beside(SupplyChainFacts? stated) =>
        PushText.About(stated) is { } text ? Html.Of($"<p>Beside it: {text}</p>\n") : Html.Empty;
}
