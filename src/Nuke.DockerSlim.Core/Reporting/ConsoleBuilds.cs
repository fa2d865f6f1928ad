using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The rows of the builds: the figure, its steps, and quietly below what its rounds were and what its time went into.</summary>
internal static class ConsoleBuilds
{
    // A split of less says nothing that anybody could act on.
    private const long WorthSplitting = 1_000;
    private const int MostRounds = 8;

    /// <summary>The rows; those builds that were not run have none.</summary>
    /// <param name="builds">The builds.</param>
    public static IEnumerable<ConsoleMeasure> Of(BuildFacts builds) =>
        new (string Name, TimedBuild? Build)[]
        {
            ("cold build", builds.Cold),
            ("warm build", builds.Warm),
            ("edited build", builds.Edited),
            ("dependency build", builds.DependencyEdited),
            ("ci build", builds.Ci),
            ("test build", builds.Test),
            ("cache export", builds.CacheExport),
        }
            .Where(x => x.Build is not null)
            .Select(x => Row(x.Name, x.Build!));

    private static ConsoleMeasure Row(string name, TimedBuild build) =>
        new(name, Text(build.Milliseconds))
        {
            Detail = $"{build.Steps} {(build.Steps == 1 ? "step" : "steps")}, {build.CachedSteps} cached",
            Note = build.Void is { } reason
                ? $"does not count: {UntrustedText.OneLine(reason)}"
                : string.Join("; ", new[] { Beside(build), Edit(build), Rounds(build), Split(build) }.Where(x => x.Length > 0)),
        };

    private static string Beside(TimedBuild build) =>
        build.ParallelImages is { } images ? $"beside up to {images - 1} other {(images == 2 ? "image" : "images")}" : "";

    private static string Edit(TimedBuild build) => build.EditedFile is { } file ? $"after an edit to {UntrustedText.OneLine(file)}" : "";

    private static string Rounds(TimedBuild build)
    {
        if (build.Rounds.Count < 2)
            return "";
        var shown = build.Rounds.Take(MostRounds).Select(x => x.Void is null ? Text(x.Milliseconds) : "void");
        var more = build.Rounds.Count > MostRounds ? ", ..." : "";
        var noise = build.NoisePercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $" (noise {percent:0.0} %)") : "";
        return $"least of {string.Join(", ", shown)}{more}{noise}";
    }

    private static string Split(TimedBuild build)
    {
        if (build.Split is not { } split || build.Milliseconds < WorthSplitting)
            return "";
        (string Name, long Milliseconds)[] parts =
        [
            ("resolve", split.Resolve),
            ("pull", split.Pull),
            ("context", split.Context),
            ("run", split.Run),
            ("export", split.Export),
        ];
        // What rounds to nothing beside the whole is left out.
        return string.Join(
            ", ",
            parts.Where(x => x.Milliseconds * 100 >= build.Milliseconds).Select(x => $"{x.Name} {Text(x.Milliseconds)}")
        );
    }

    private static string Text(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds).Text;
}
