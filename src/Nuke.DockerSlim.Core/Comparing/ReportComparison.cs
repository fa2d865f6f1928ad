using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>Holds an image against its baseline. Definitions: docs/baselines.md.</summary>
public static class ReportComparison
{
    /// <summary>Compares two reports of one platform.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    public static DeltaFacts Of(ImageReport before, ImageReport after)
    {
        (before, after) = SharedLayers.Level(before, after);
        var uncertain = SharedLayers.Uncertain(before, after);
        var pairs = LineMatcher.Match(before.Lines, after.Lines);
        var drift = Drift.Of(before, after);
        var parts = drift.Facts(before, after, pairs);
        return new DeltaFacts
        {
            Measures = [.. MeasureDeltas.Of(before, after).Select(x => OwnChange.Of(x, parts, before.Sizes, after.Sizes, uncertain))],
            Drift = parts,
            Lines = LineDeltas.Of(pairs, drift.CauseOf),
            Paths = PathDeltas.Of(before, after),
        };
    }
}
