#nullable enable
using System.Globalization;
using System.Text;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Gallery;

/// <summary>The gallery as a page of documentation.</summary>
public static class GalleryMarkdown
{
    public static string Render(GalleryResult result)
    {
        var text = new StringBuilder();
        Head(text, result);
        Sizes(text, result);
        Claims(text, result);
        Times(text, result);
        Troubles(text, result);
        Bases(text, result);
        return text.ToString();
    }

    private static void Head(StringBuilder text, GalleryResult result)
    {
        text.Append("# Gallery\n\n");
        text.Append("<!-- Written by ./build.sh Gallery --all-samples; what is changed here by hand is gone with its next run. -->\n\n");
        text.Append(
            "Each row is an application in [samples](../samples), built twice by this tool's own targets: from `Dockerfile.naive`, and from its\n"
        );
        text.Append(
            "`Dockerfile` of several stages, whose image also passed its tests, its limits and its smoke check. `./build.sh Gallery --all-samples`\n"
        );
        text.Append("wrote this page.\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Run of {result.CreatedAt:yyyy-MM-dd}, {result.Took.Text} in all, {result.Processors} processors, engine {result.Tool?.Engine ?? "unknown"}, {result.Tool?.Store ?? "unknown"} store, buildx {result.Tool?.Buildx ?? "unknown"}. "
        );
        text.Append(
            "Sizes come out the same elsewhere, as far as the\npackages that are installed do; times are this machine's, once each.\n\n"
        );
        if (result.IsDisturbed)
            text.Append(
                CultureInfo.InvariantCulture,
                $"**The machine was at other work meanwhile** (load {result.Load:0.0} on average, {result.Processors} processors): the times of this run are long and uneven,\nthose of one row were not all taken under the same load, and only large differences mean something. Sizes do not depend on it.\n\n"
            );
        text.Append("![Unpacked sizes, naive and multi-stage](gallery.svg)\n\n");
    }

    private static void Sizes(StringBuilder text, GalleryResult result)
    {
        text.Append("## Sizes and times\n\n");
        text.Append("| Sample | Image | Download | Unpacked | Cold | Warm | Edited |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var row in result.Rows)
        {
            var link = $"[{row.Sample.Name}](../samples/{row.Sample.Folder})";
            Cells(text, link, row.Sample.Before, GalleryTable.Cells(row.Naive));
            Cells(text, Safe(row.Sample.Title), "multi-stage", GalleryTable.Cells(row.Slim));
            Cells(text, row.Holds ? "" : "**did not pass**", "", GalleryTable.Changes(row).Select(x => x.Length == 0 ? "" : $"**{x}**"));
        }
        text.Append(
            "\nDownload is what a pull transfers, unpacked what lies on disk; cold is a build without cache, warm one with nothing changed, edited one after an\n"
        );
        text.Append(
            "edit to one source file ([measuring.md](measuring.md)). A cold build of several stages may take longer than a naive one: it installs once for building\nand once for running, or trims what it publishes. *void*: the build was not the one that was asked for, and its report says why.\n\n"
        );
    }

    private static void Cells(StringBuilder text, string first, string second, IEnumerable<string> cells) =>
        text.Append("| ").Append(first).Append(" | ").Append(second).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Claims(StringBuilder text, GalleryResult result)
    {
        text.Append("## What articles claim\n\n| | Claim | Sample | Measured | |\n| --- | --- | --- | --- | --- |\n");
        var rows = result.Rows.SelectMany(row => row.Verdicts.Select(x => (x.Claim, x.Verdict, row.Sample.Name)));
        if (result.Record is { } record)
            rows = rows.Append((RecordClaim.Of, RecordClaim.Of.Judge(record.Naive, record.Slim), record.Sample.Name));
        foreach (var (claim, verdict, name) in rows.OrderBy(x => x.Item1.System, StringComparer.Ordinal))
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {claim.System} | {Safe(claim.Text)} | {name} | {Safe(verdict.Measured)} | {Safe(Outcome(verdict))} |\n"
            );
        text.Append(
            "\nSizes here are unpacked sizes, which is what `docker images` prints on the classic store and what the articles compare.\n\n"
        );
    }

    private static string Outcome(ClaimVerdict verdict) =>
        verdict.IsReached switch
        {
            true => "reached",
            false => "not reached: " + verdict.Why,
            null => "not measured",
        };

    private static void Times(StringBuilder text, GalleryResult result)
    {
        if (result.Times.Count == 0)
            return;
        text.Append(
            "## Three habits, in time\n\n| Habit | Measured | Without | With | | Claim |\n| --- | --- | ---: | ---: | ---: | --- |\n"
        );
        foreach (var time in result.Times)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Safe(time.Title)} | {Safe(time.What)} | {time.Without.Text} | {time.With.Text} | {time.Verdict.Measured} | {Safe(time.Claim)}: {Safe(Outcome(time.Verdict))} |\n"
            );
        text.Append('\n');
    }

    private static void Troubles(StringBuilder text, GalleryResult result)
    {
        if (result.Troubles.Count == 0)
            return;
        text.Append(
            "## What goes wrong, and is explained\n\n| Variant | Trouble | Exit code | Said, word for word | |\n| --- | --- | ---: | --- | --- |\n"
        );
        foreach (var trouble in result.Troubles)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{trouble.Name}](../samples/broken/{trouble.Name}) | {Safe(trouble.Title)} | {trouble.ActualExitCode} | {string.Join("<br>", trouble.Promised.Select(x => $"`{Safe(x)}`"))} | {(trouble.Holds ? "held" : "**not held**")} |\n"
            );
        text.Append('\n');
    }

    private static void Bases(StringBuilder text, GalleryResult result)
    {
        if (result.Bases.Count == 0)
            return;
        text.Append("## Base images of this run\n\n| Image | From |\n| --- | --- |\n");
        foreach (var choice in result.Bases)
            text.Append(CultureInfo.InvariantCulture, $"| `{choice.Name}` | {Safe(choice.From)} |\n");
        text.Append("\nWhat the stand-ins hold and where they differ from upstream: [gallery-bases.md](gallery-bases.md).\n");
    }

    private static string Safe(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
