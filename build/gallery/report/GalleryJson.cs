#nullable enable
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>The gallery as JSON, for programs: bytes, milliseconds, hundredths; null where nothing is known.</summary>
public static class GalleryJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(GalleryResult result) =>
        JsonSerializer.Serialize(
            new
            {
                result.CreatedAt,
                TookMilliseconds = (long)result.Took.TotalMilliseconds,
                result.Processors,
                result.Load,
                result.Tool?.Engine,
                result.Tool?.Store,
                result.Tool?.Buildx,
                Samples = result.Rows.Select(Row),
                Record = result.Record is { } record ? record.Sample.Name : null,
                Times = result.Times.Select(Time),
                Troubles = result.Troubles.Select(x => new
                {
                    x.Name,
                    x.ExitCode,
                    x.ActualExitCode,
                    x.Promised,
                    x.Missing,
                    x.Holds,
                }),
                Bases = result.Bases,
            },
            Form
        ) + "\n";

    private static object Row(GalleryRow row) =>
        new
        {
            row.Sample.Name,
            row.Sample.Title,
            Holds = row.Holds,
            Naive = Image(row.Sample.NaiveName, row.Naive),
            MultiStage = Image(row.Sample.Name, row.Slim),
            UnpackedPercent = row.UnpackedChange is { } change ? decimal.Round(change, 2) : (decimal?)null,
            Claims = row.Verdicts.Select(x => new
            {
                x.Claim.System,
                x.Claim.Text,
                x.Verdict.IsReached,
                x.Verdict.Measured,
                x.Verdict.Why,
            }),
        };

    private static object Image(string name, ImageReport? report) =>
        new
        {
            Name = name,
            DownloadBytes = report?.Sizes?.Download.Bytes,
            report?.Sizes?.DownloadIsExact,
            UnpackedBytes = report?.Sizes?.Unpacked.Bytes,
            BaseUnpackedBytes = report?.Sizes?.BaseUnpacked?.Bytes,
            ColdMilliseconds = Figures.Milliseconds(report?.Builds.Cold),
            WarmMilliseconds = Figures.Milliseconds(report?.Builds.Warm),
            EditedMilliseconds = Figures.Milliseconds(report?.Builds.Edited),
            PullSeconds = report?.Pull?.Seconds,
            Tests = report?.Tests.Total,
            Smoke = report is null ? null : Figures.Word(report.Smoke.Status),
        };

    private static object Time(TimeComparison time) =>
        new
        {
            time.Title,
            time.Claim,
            time.What,
            Without = Side(time.Without),
            With = Side(time.With),
            time.Verdict.IsReached,
            time.Verdict.Measured,
            time.Verdict.Why,
        };

    private static object Side(TimeComparison.Side side) =>
        new
        {
            side.Image,
            side.Milliseconds,
            ContextBytes = side.Context?.Bytes,
        };
}
