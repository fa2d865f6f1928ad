using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Changes in words and units.</summary>
internal static class DeltaText
{
    /// <summary>Bytes that are worth a word: times of files that are written into layers make compressed and uncompressed sizes differ by a little.</summary>
    public const long WorthShowing = 1_024;

    /// <summary>A change of a measure: <c>+10.0 MB</c>, <c>-4 files</c> without its unit, <c>+12 %</c> of a time, <c>same</c>; empty when it is not known.</summary>
    /// <param name="delta">The measure.</param>
    public static string Of(MeasureDelta delta) =>
        delta switch
        {
            { Kind: ChangeKind.Unknown } or { Change: null } => "",
            { Kind: ChangeKind.Same } => "same",
            { Unit: "milliseconds" } => Time(delta),
            { Unit: "bytes", Change: { } bytes } => Bytes(bytes) + Doubt(delta),
            { Change: { } count } => string.Create(CultureInfo.InvariantCulture, $"{count:+#,0;-#,0;0}"),
        };

    /// <summary>Whom the change of the unpacked size is charged to.</summary>
    /// <param name="drift">Its parts.</param>
    public static string Of(DriftFacts drift)
    {
        string?[] parts =
        [
            drift.Own != 0 ? $"{Bytes(drift.Own)} by this change" : null,
            drift.BaseMoved || drift.Base != 0 ? $"{Bytes(drift.Base)} by another base image" : null,
            drift.Rebuild != 0 ? $"{Bytes(drift.Rebuild)} by rebuilding the same" : null,
        ];
        var text = string.Join(", ", parts.Where(x => x is not null));
        return text.Length == 0 ? "not a byte more or less" : text;
    }

    /// <summary>The change of a path; <c>~</c> stands before what is known nearly: what one side does not list was small there.</summary>
    /// <param name="path">The path.</param>
    public static string Of(PathDelta path) =>
        (path is { Before: not null, After: not null } ? "" : "~") + Bytes((path.After ?? 0) - (path.Before ?? 0));

    /// <summary>Bytes with their sign.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Bytes(long bytes) => new ByteSize(bytes).SignedText;

    /// <summary>How old something is: <c>19 h old</c>, <c>3 days old</c>.</summary>
    /// <param name="age">Its age; one below zero comes of clocks that differ.</param>
    public static string Age(TimeSpan age) =>
        age switch
        {
            { TotalMinutes: < 2 } => "taken just now",
            { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min old"),
            { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h old"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days old"),
        };

    // Of a time that is a fraction of itself, not the fraction, is what people compare; a baseline of zero has none.
    private static string Time(MeasureDelta delta) =>
        (
            delta.Percent is { } percent
                ? string.Create(CultureInfo.InvariantCulture, $"{percent:+0;-0;0} %")
                : $"{(delta.Change > 0 ? "+" : "")}{TimeSpan.FromMilliseconds(delta.Change ?? 0).Text}"
        ) + Doubt(delta);

    private static string Doubt(MeasureDelta delta) => delta.Kind == ChangeKind.Inconclusive ? "?" : "";
}
