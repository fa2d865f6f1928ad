using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>
/// Two download sizes of which one is exact and the other computed. A layer of the same diff id that both images have is the same layer: what it was seen to weigh
/// once holds for both, and only layers that the computed one has alone are uncertain.
/// </summary>
internal static class SharedLayers
{
    // What computed sizes are held to against what a push transfers (docs/measuring.md).
    private const double ComputedError = 0.02;

    /// <summary>Both reports, the shared layers weighed alike.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    public static (ImageReport Before, ImageReport After) Level(ImageReport before, ImageReport after) =>
        IsExact(before) == IsExact(after) || before.Sizes is null || after.Sizes is null ? (before, after)
        : IsExact(before) ? (before, WeighedBy(before, after))
        : (WeighedBy(after, before), after);

    /// <summary>How far a difference of the two downloads may be off, in bytes; zero when both are exact, or both computed in the same way.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    public static double Uncertain(ImageReport before, ImageReport after)
    {
        if (IsExact(before) == IsExact(after))
            return 0;
        var (exact, computed) = IsExact(before) ? (before, after) : (after, before);
        var known = exact.Layers.Select(x => x.DiffId).ToHashSet();
        return ComputedError * computed.Layers.Where(x => !known.Contains(x.DiffId)).Sum(x => (double)x.Download.Bytes);
    }

    private static bool IsExact(ImageReport report) => report.Sizes is { DownloadIsExact: true };

    private static ImageReport WeighedBy(ImageReport exact, ImageReport computed)
    {
        var known = exact.Layers.DistinctBy(x => x.DiffId).ToDictionary(x => x.DiffId, x => x.Download);
        LayerFacts[] layers =
        [
            .. computed.Layers.Select(x => known.TryGetValue(x.DiffId, out var weight) ? x with { Download = weight } : x),
        ];
        var sizes = computed.Sizes!;
        // What is not in the layers is the config.
        var config = sizes.Download - DownloadSplit.Apply(sizes, new(0), computed.Layers).Download;
        return computed with { Layers = layers, Sizes = DownloadSplit.Apply(sizes, config, layers) };
    }
}
