using System.Globalization;

namespace Nuke.DockerSlim.Configuration;

/// <summary>The time that an image's files and its config are to have (https://reproducible-builds.org/specs/source-date-epoch/).</summary>
public static class EpochText
{
    /// <summary>The word for the time of the commit.</summary>
    public const string Commit = "commit";

    /// <summary>The build arg by which BuildKit is told.</summary>
    public const string Variable = "SOURCE_DATE_EPOCH";

    // The year 9999; what lies beyond no calendar of ours has.
    private const long LastSecond = 253_402_300_799;

    /// <summary>The time of a text; null where it is not seconds since 1970.</summary>
    /// <param name="text">The text; null for none.</param>
    public static DateTimeOffset? TimeOf(string? text) =>
        text is not null && SecondsOf(text) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The seconds since 1970 of a text; null where it is none.</summary>
    /// <param name="text">The text.</param>
    internal static long? SecondsOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond ? seconds : null;

    /// <summary>The build arg of a definition whose time is known by now; null where it has none.</summary>
    /// <param name="image">The definition.</param>
    internal static string? BuildArg(ImageDefinition image) =>
        image.SourceEpoch is { } text && SecondsOf(text) is { } seconds ? $"{Variable}={seconds}" : null;
}
