#nullable enable
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>All that a run of the gallery found out.</summary>
public sealed record GalleryResult
{
    /// <summary>When it ended, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long all of it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The processors of the machine.</summary>
    public required int Processors { get; init; }

    /// <summary>Whether all samples were built: a record of some of them would be none.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>How many processes wanted a processor on average, those of the builds included; null where the system does not say.</summary>
    public double? Load { get; init; }

    public required IReadOnlyList<GalleryRow> Rows { get; init; }

    public IReadOnlyList<TimeComparison> Times { get; init; } = [];

    public IReadOnlyList<TroubleResult> Troubles { get; init; } = [];

    public IReadOnlyList<BaseChoice> Bases { get; init; } = [];

    /// <summary>
    /// Whether so much else went on that times say little: a build alone keeps about as many processes waiting as there are processors, and seldom twice as many.
    /// </summary>
    public bool IsDisturbed => Load > 2 * Processors;

    /// <summary>What the figures were taken with, of the first image that was measured.</summary>
    public ToolFacts? Tool => Rows.Select(x => (x.Slim ?? x.Naive)?.Tool).FirstOrDefault(x => x is not null);

    /// <summary>The row that saves the most of the unpacked size and passed all; null where none did, or not all were built.</summary>
    public GalleryRow? Record => !IsWhole ? null : Rows.Where(x => x.Holds && x.UnpackedChange is not null).MinBy(x => x.UnpackedChange);

    /// <summary>What does not hold of all that must: images that did not pass, and broken variants that were not explained.</summary>
    public IReadOnlyList<string> Failures =>
        [
            .. Rows.Where(x => !x.Holds)
                .DistinctBy(x => x.Sample.Name)
                .Select(x => x.Sample.Name + " did not pass: " + (x.Slim?.Reason ?? "its run left no report")),
            .. Rows.Where(x => x.Naive?.Sizes is null).Select(x => x.Sample.NaiveName + " was not measured").Distinct(),
            .. Troubles.Where(x => !x.Holds).Select(TroubleText),
        ];

    private static string TroubleText(TroubleResult trouble) =>
        trouble.ActualExitCode != trouble.ExitCode
            ? $"{trouble.Name} ended with exit code {trouble.ActualExitCode} instead of {trouble.ExitCode}"
            : $"{trouble.Name} did not say '{string.Join("', '", trouble.Missing)}'";
}
