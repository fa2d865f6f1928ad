using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>What the builds took; the script adds a timeline of each.</summary>
internal static class PageTimes
{
    /// <summary>The section; null where nothing was built.</summary>
    /// <param name="report">The image's report.</param>
    public static PageSection? Of(ImageReport report)
    {
        var (builds, sums) = (report.Builds, report.LineTimes);
        (string Name, TimedBuild? Build, LineSum? Sum)[] all =
        [
            ("cold", builds.Cold, sums.Cold),
            ("edited", builds.Edited, sums.Edited),
            ("dependency", builds.DependencyEdited, sums.DependencyEdited),
            ("warm", builds.Warm, sums.Warm),
            ("ci", builds.Ci, null),
            ("test", builds.Test, null),
            ("cache export", builds.CacheExport, null),
        ];
        var rows = all.Where(x => x.Build is not null).ToArray();
        if (rows.Length == 0)
            return null;
        return new(
            "builds",
            "Builds",
            Html.Of(
                $"""
                {HtmlTable.Of(
                    ["build", "#took", "#steps", "#cached", "#resolve", "#pull", "#context", "#run", "#export", "critical path"],
                    rows.Select(x => Row(x.Name, x.Build!, x.Sum))
                )}
                <div id="timelines" hidden></div>

                """
            )
        );
    }

    private static Html Row(string name, TimedBuild build, LineSum? sum)
    {
        var split = build.Split;
        return Html.Of(
            $"""
            <tr><th scope="row">{name}</th><td class="n">{Time(build.Milliseconds)}{(
                build.Void is { } reason ? Html.Of($" <span class=\"caution\" title=\"{reason}\">does not count</span>") : Html.Empty
            )}</td><td class="n">{build.Steps}</td><td class="n">{build.CachedSteps}</td><td class="n">{Time(
                split?.Resolve
            )}</td><td class="n">{Time(split?.Pull)}</td><td class="n">{Time(split?.Context)}</td><td class="n">{Time(
                split?.Run
            )}</td><td class="n">{Time(split?.Export)}</td><td class="way">{Path(sum)}</td></tr>

            """
        );
    }

    private static Html Path(LineSum? sum) =>
        sum is not { CriticalPath.Count: > 0 }
            ? Html.Empty
            : Html.Of(
                $"{(sum.CriticalPath.Count == 1 ? "line" : "lines")} {Html.Join(sum.CriticalPath.Take(30).Select((x, i) => Html.Of($"{(i > 0 ? ", " : "")}{HtmlTable.Line(x)}")))}: {Time(sum.CriticalMilliseconds)}"
            );

    private static string Time(long? milliseconds) => milliseconds is { } time ? TimeSpan.FromMilliseconds(time).Text : "";
}
