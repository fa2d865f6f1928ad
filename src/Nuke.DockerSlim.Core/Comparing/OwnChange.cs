using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>How much of a size's change is charged to the change itself.</summary>
internal static class OwnChange
{
    // Times in layers compress to a few bytes more or less each time; what is built of the same is the same by then.
    private const double RebuildBytes = 1_024;
    private const double RebuildError = 0.0005;

    /// <summary>A measure with that part, where it has one.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="drift">The parts of the change; null where they cannot be told.</param>
    /// <param name="before">The baseline's sizes.</param>
    /// <param name="after">This image's sizes.</param>
    /// <param name="uncertain">How far a difference of the two downloads may be off, in bytes.</param>
    public static MeasureDelta Of(MeasureDelta measure, DriftFacts? drift, SizeFacts? before, SizeFacts? after, double uncertain)
    {
        if (drift is { SameInputs: true } && measure is { Unit: "bytes", Before: { } old, Change: { } bytes })
            measure = Math.Abs(bytes) < Math.Max(RebuildBytes, old * RebuildError) ? measure with { Kind = ChangeKind.Same } : measure;
        if (measure is { Name: "unpackedSize", Change: not null })
            return measure with { OwnChange = drift?.Own };
        if (measure is not { Name: "downloadSize" or "ownDownloadSize", Change: { } change })
            return measure;
        if (measure.Kind != ChangeKind.Same && Math.Abs(change) <= uncertain)
            measure = measure with { Kind = ChangeKind.Inconclusive };
        return measure.Name == "downloadSize" && drift is not null
            ? measure with
            {
                OwnChange = Charged(change, drift, before!, after!),
            }
            : measure;
    }

    // Compressed bytes are not parted by line for chance; where own layers changed by nothing but that, or the base, nothing is charged.
    private static long Charged(long change, DriftFacts drift, SizeFacts before, SizeFacts after) =>
        drift is { SameInputs: true } or { Own: 0, Rebuild: not 0 } ? 0
        : drift.BaseMoved && before.OwnDownload is { } was && after.OwnDownload is { } now ? (now - was).Bytes
        : change;
}
