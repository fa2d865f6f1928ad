using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>Every measure of two reports, before and after.</summary>
internal static class MeasureDeltas
{
    private const string Bytes = "bytes";
    private const string Count = "count";

    /// <summary>The measures that at least one of them has.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    public static IReadOnlyList<MeasureDelta> Of(ImageReport before, ImageReport after) =>
        [
            .. Figures()
                .Select(x => Delta(x.Name, x.Unit, x.Of(before), x.Of(after)))
                .Concat(TimeDeltas.Of(before.Builds, after.Builds))
                .Where(x => x.Before is not null || x.After is not null),
        ];

    private static IEnumerable<(string Name, string Unit, Func<ImageReport, long?> Of)> Figures() =>
        [
            ("downloadSize", Bytes, x => x.Sizes?.Download.Bytes),
            ("unpackedSize", Bytes, x => x.Sizes?.Unpacked.Bytes),
            ("ownDownloadSize", Bytes, x => x.Sizes?.OwnDownload?.Bytes),
            ("ownUnpackedSize", Bytes, x => x.Sizes?.OwnUnpacked?.Bytes),
            ("layers", Count, x => x.Sizes is null ? null : x.Layers.Count),
            ("files", Count, x => x.Contents?.Files),
            ("packages", Count, x => x.Inventory?.PackageCount),
            ("wastedSize", Bytes, x => x.Contents?.Wasted.Bytes),
            ("residueSize", Bytes, x => x.Contents is null ? null : x.Residue.Sum(y => y.Content.Bytes)),
            ("contextSize", Bytes, x => x.Context?.Content.Bytes),
            ("contextFiles", Count, x => x.Context?.Files),
        ];

    private static MeasureDelta Delta(string name, string unit, long? before, long? after)
    {
        var change = after - before;
        return new MeasureDelta
        {
            Name = name,
            Unit = unit,
            Before = before,
            After = after,
            Change = change,
            Percent = Percentage(before, change),
            Kind = change switch
            {
                null => ChangeKind.Unknown,
                0 => ChangeKind.Same,
                < 0 => ChangeKind.Less,
                _ => ChangeKind.More,
            },
        };
    }

    /// <summary>A change in percent, to a hundredth; null for a baseline of zero, of which nothing is a percentage.</summary>
    public static double? Percentage(long? before, long? change) =>
        before is { } whole && whole != 0 && change is { } part ? Math.Round(100.0 * part / whole, 2) : null;
}
