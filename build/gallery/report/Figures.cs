#nullable enable
using System.Globalization;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Gallery;

/// <summary>Figures as texts.</summary>
public static class Figures
{
    /// <summary>By how many hundredths a figure changed; null where there was nothing before.</summary>
    public static decimal? Change(long before, long after) => before == 0 ? null : (after - before) * 100m / before;

    /// <summary><c>-87.0 %</c>; whoever is smaller by all but nothing is not smaller by all.</summary>
    public static string Percent(decimal percent) =>
        percent is <= -99.95m and > -100m ? "-99.9 %" : string.Create(CultureInfo.InvariantCulture, $"{percent:+0.0;-0.0;0.0} %");

    public static string Percent(long? before, long? after) =>
        before is { } from && after is { } to && Change(from, to) is { } change ? Percent(change) : "";

    public static string Size(ByteSize? size) => size?.Text ?? "";

    public static string Seconds(TimedBuild? build) =>
        Milliseconds(build) is { } ms ? TimeSpan.FromMilliseconds(ms).Text
        : build is null ? ""
        : "void";

    /// <summary>A build's milliseconds; null where it was not timed, or where the time is not the scenario's.</summary>
    public static long? Milliseconds(TimedBuild? build) => build is { Void: null } ? build.Milliseconds : null;

    public static string Word(SmokeStatus status) =>
        status switch
        {
            SmokeStatus.Passed => "runs",
            SmokeStatus.Failed => "does not run",
            _ => "not started",
        };
}
