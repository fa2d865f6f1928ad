using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The figures of an image that was pushed, or measured by a run, as they are kept for the images after it.</summary>
public sealed record PastImage
{
    /// <summary>The digest of its platform's manifest; of a run on a store that has none before a push, the config's.</summary>
    public required Digest Digest { get; init; }

    /// <summary>When its figures were taken, UTC.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The commit that it was built of, as the builder says it, with <c>-dirty</c> where files were changed; null: unknown.</summary>
    public string? Revision { get; init; }

    /// <summary>What a pull transfers; null: not measured.</summary>
    [JsonPropertyName("downloadBytes")]
    public ByteSize? Download { get; init; }

    /// <summary>The sum of the uncompressed layer tars; null: not measured.</summary>
    [JsonPropertyName("unpackedBytes")]
    public ByteSize? Unpacked { get; init; }

    /// <summary>The cold build's wall clock; null: not timed, or void.</summary>
    public long? ColdMilliseconds { get; init; }

    /// <summary>The warm build's wall clock; null: not timed, or void.</summary>
    public long? WarmMilliseconds { get; init; }

    /// <summary>The build's wall clock after an edit; null: not timed, or void.</summary>
    public long? EditedMilliseconds { get; init; }

    /// <summary>What the run came to; null for an image that was pushed.</summary>
    public ReportOutcome? Outcome { get; init; }

    /// <summary>The figures of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="digest">The digest of its image.</param>
    /// <param name="revision">The commit that it was built of; null: unknown.</param>
    internal static PastImage Of(ImageReport report, Digest digest, string? revision) =>
        new()
        {
            Digest = digest,
            MeasuredAt = report.CreatedAt,
            Revision = revision,
            Download = report.Sizes?.Download,
            Unpacked = report.Sizes?.Unpacked,
            ColdMilliseconds = Valid(report.Builds.Cold),
            WarmMilliseconds = Valid(report.Builds.Warm),
            EditedMilliseconds = Valid(report.Builds.Edited),
        };

    /// <summary>The figures of a report as those of a run; null where the image was not weighed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="revision">The commit that it was built of; null: unknown.</param>
    internal static PastImage? OfRun(ImageReport report, string? revision) =>
        report.Sizes is not null && (report.Image.Digest ?? report.Image.ConfigDigest) is { } digest
            ? Of(report, digest, revision) with
            {
                Outcome = report.Outcome,
            }
            : null;

    private static long? Valid(TimedBuild? build) => build is { Void: null } ? build.Milliseconds : null;
}
