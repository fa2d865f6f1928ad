using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The line of the Dockerfile that a figure is laid to.</summary>
/// <param name="Line">The line, from one.</param>
/// <param name="Instruction">Its instruction.</param>
/// <param name="Figure">What it costs or changed, with its unit.</param>
internal sealed record BlamedLine(int Line, string Instruction, string Figure)
{
    /// <summary>The line that changed the unpacked size most, in the direction that the whole went; null where none did, or it is gone.</summary>
    /// <param name="report">The image's report.</param>
    public static BlamedLine? OfChange(ImageReport report)
    {
        var whole = report.Delta?.Find("unpackedSize")?.Change ?? 0;
        var line = report
            .Delta?.Lines.Where(x => x.Line is not null && x.LayerChange is { } change && (whole < 0 ? change < 0 : change > 0))
            .MaxBy(x => (decimal)Math.Abs((decimal)x.LayerChange!.Value));
        return line is { Line: { } number, LayerChange: { } bytes } && (bytes >= DeltaText.WorthShowing || bytes <= -DeltaText.WorthShowing)
            ? new(number, line.Instruction, DeltaText.Bytes(bytes))
            : null;
    }

    /// <summary>The line that a limit is exceeded by: of sizes what grew, or else the heaviest of its own; of builds the slowest. Null: nobody knows.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="limit">The limit's name.</param>
    public static BlamedLine? OfLimit(ImageReport report, string limit) =>
        limit switch
        {
            "DownloadSize" or "UnpackedSize" or "DownloadGrowth" or "UnpackedGrowth" => OfChange(report) is { } change
            && !change.Figure.StartsWith('-')
                ? change
                : Heaviest(report.Lines),
            "ColdBuild" or "ColdGrowth" => Slowest(report, x => x.Cold),
            "WarmBuild" or "WarmGrowth" => Slowest(report, x => x.Warm),
            "EditedBuild" or "EditedGrowth" => Slowest(report, x => x.Edited),
            _ => null,
        };

    // What a FROM brings is the base image's, unless there is nothing else.
    private static BlamedLine? Heaviest(IEnumerable<LineFacts> lines)
    {
        var own = lines.Where(x => x.Layer is { Bytes: >= DeltaText.WorthShowing }).ToArray();
        var first = own.Where(x => !x.Instruction.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty(own.FirstOrDefault());
        return first.MaxBy(x => x?.Layer?.Bytes ?? 0) is { Layer: { } bytes } line ? new(line.Line, line.Instruction, bytes.Text) : null;
    }

    private static BlamedLine? Slowest(ImageReport report, Func<LineFacts, long?> time) =>
        report.Lines.MaxBy(x => time(x) ?? 0) is { } line && time(line) is > 0 and { } milliseconds
            ? new(line.Line, line.Instruction, BudgetText.Figure(milliseconds, "milliseconds"))
            : null;
}
