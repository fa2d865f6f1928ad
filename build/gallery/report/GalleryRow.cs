#nullable enable
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>What the two images of a sample came to.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Naive">The naive image's report; null where its run left none.</param>
/// <param name="Slim">The multi-stage image's report; null where its run left none.</param>
public sealed record GalleryRow(Sample Sample, ImageReport? Naive, ImageReport? Slim)
{
    /// <summary>By how many hundredths the unpacked size changed; null where one is not measured.</summary>
    public decimal? UnpackedChange =>
        Naive?.Sizes is { } before && Slim?.Sizes is { } after ? Figures.Change(before.Unpacked.Bytes, after.Unpacked.Bytes) : null;

    /// <summary>Whether the multi-stage image passed its tests, its limits and its smoke check.</summary>
    public bool Holds => Slim?.Outcome == ReportOutcome.Good;

    /// <summary>The claims and what they came to.</summary>
    public IEnumerable<(Claim Claim, ClaimVerdict Verdict)> Verdicts => Sample.Claims.Select(x => (x, x.Judge(Naive, Slim)));
}
