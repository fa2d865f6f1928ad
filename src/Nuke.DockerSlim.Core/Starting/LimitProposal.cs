using System.Globalization;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Starting;

/// <summary>A limit that is proposed for an image that was measured once.</summary>
/// <param name="Name">Its name in parameters: <c>download-size</c>.</param>
/// <param name="Value">Its value: <c>75MB</c>, <c>20s</c>.</param>
/// <param name="Measured">What was measured, for people.</param>
/// <param name="IsSoft">Whether it only warns.</param>
public sealed record LimitProposal(string Name, string Value, string Measured, bool IsSoft)
{
    /// <summary>The rule, for people.</summary>
    public const string Rule =
        "Sizes: what was measured and a tenth more, rounded up to two digits. Times: twice what was measured and 2 s at least, rounded up; they only warn, since a pipeline's machine is another one.";

    private const long LeastMilliseconds = 2_000;

    /// <summary>The limits that fit what was measured; a figure that is missing or void gets none.</summary>
    /// <param name="report">The image's report.</param>
    public static IReadOnlyList<LimitProposal> Of(ImageReport report) =>
        [
            .. new[]
            {
                Size("download-size", report.Sizes?.Download),
                Size("unpacked-size", report.Sizes?.Unpacked),
                Time("cold-build", report.Builds.Cold),
                Time("warm-build", report.Builds.Warm),
                Time("edited-build", report.Builds.Edited),
            }.OfType<LimitProposal>(),
        ];

    /// <summary>The limit as a list of limits has it.</summary>
    /// <param name="image">The image that it is for; null where there is only one.</param>
    public string Entry(string? image) => $"{(image is null ? "" : image + ":")}{Name}={Value}";

    private static LimitProposal? Size(string name, ByteSize? size) =>
        size is { } measured
            ? new(name, SizeText(TwoDigits(measured.Bytes + ((measured.Bytes + 9) / 10))), measured.Text, IsSoft: false)
            : null;

    private static LimitProposal? Time(string name, TimedBuild? build) =>
        build is { Void: null }
            ? new(name, TimeText(2 * build.Milliseconds), TimeSpan.FromMilliseconds(build.Milliseconds).Text, IsSoft: true)
            : null;

    private static long TwoDigits(long bytes)
    {
        var step = 1L;
        while (bytes / step >= 100)
            step *= 10;
        return (bytes + step - 1) / step * step;
    }

    private static string SizeText(long bytes) =>
        bytes switch
        {
            < 1_000 => $"{bytes}B",
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0.#}kB"),
            < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.#}MB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000m:0.#}GB"),
        };

    // Whole seconds; tens of them from a minute on, minutes from ten on.
    private static string TimeText(long milliseconds)
    {
        var seconds = (Math.Max(milliseconds, LeastMilliseconds) + 999) / 1_000;
        var step = seconds switch
        {
            < 60 => 1,
            < 600 => 10,
            _ => 60,
        };
        return TimeSpan.FromSeconds((seconds + step - 1) / step * step).ExactText;
    }
}
