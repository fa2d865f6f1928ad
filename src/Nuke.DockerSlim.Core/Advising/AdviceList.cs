using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Advising;

/// <summary>Ranks what to do about an image, from what was found in it and in its Dockerfile.</summary>
public static class AdviceList
{
    /// <summary>All advice, what saves the most first; savings are estimates from the findings.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="image">What it is made of; null when that is not known.</param>
    /// <param name="diff">What an edited one changes.</param>
    public static IReadOnlyList<Advice> Of(ImageReport report, AdvisedImage? image, Func<AdvisedImage, string> diff)
    {
        var edits = image is null
            ? []
            : AdviceEdits.All.Select(x => (Edit: x, Edited: x.Apply(image))).Where(x => x.Edited is not null).ToArray();
        var done = edits.SelectMany(x => x.Edit.Rules).ToHashSet();
        return
        [
            .. edits
                .Select(x => new Advice
                {
                    Title = x.Edit.Title,
                    Rules = x.Edit.Rules,
                    Saves = Sum(report.Findings.Where(y => x.Edit.Rules.Contains(y.Rule))),
                    SavesMilliseconds = x.Edit.Rules.Contains("source-before-dependencies") ? Installation(report) : null,
                    Diff = diff(x.Edited!),
                })
                .Concat(Rest(report, done))
                .OrderByDescending(x => x.Saves ?? default)
                .ThenByDescending(x => x.SavesMilliseconds ?? 0)
                .ThenBy(x => x.Diff is null),
        ];
    }

    /// <summary>What findings advise that no edit can do.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="done">The rules whose findings edits end.</param>
    public static IEnumerable<Advice> Rest(ImageReport report, IReadOnlySet<string> done) =>
        report
            .Findings.Where(x => x.Fix is not null && !done.Contains(x.Rule))
            .OrderByDescending(x => x.Saving ?? default)
            .GroupBy(x => (x.Rule, x.Fix))
            .OrderByDescending(x => x.Max(y => y.Severity))
            .Select(x => new Advice
            {
                Title = $"{x.First().Fix!.TrimEnd('.')}{Places([.. x])}",
                Rules = [x.Key.Rule],
                Saves = Sum(x),
            });

    /// <summary>What an edit changes.</summary>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it.</param>
    /// <param name="dockerfile">The Dockerfile's name.</param>
    /// <param name="ignoreFile">The ignore file's name.</param>
    public static string DiffOf(AdvisedImage before, AdvisedImage after, string dockerfile, string ignoreFile) =>
        UnifiedDiff.Of(dockerfile, before.Dockerfile, after.Dockerfile)
        + (after.IgnoreFile is { } text ? UnifiedDiff.Of(ignoreFile, before.IgnoreFile, text) : "");

    private static ByteSize? Sum(IEnumerable<Finding> findings)
    {
        var known = findings.Select(x => x.Saving).OfType<ByteSize>().ToArray();
        return known.Length == 0 ? null : new ByteSize(known.Sum(x => x.Bytes));
    }

    private static string Places(Finding[] findings)
    {
        var lines = findings.Select(x => x.Line).OfType<int>().Distinct().Order().ToArray();
        return lines.Length switch
        {
            0 => "",
            1 => $" (line {lines[0]})",
            <= 4 => $" (lines {string.Join(", ", lines)})",
            _ => $" (lines {string.Join(", ", lines.Take(3))} and {lines.Length - 3} more)",
        };
    }

    // What the build after an edit spends on installing is what it need not do.
    private static long? Installation(ImageReport report)
    {
        var lines = report.Lines.Where(x =>
            x.Edited > 0
            && Dockerfile.Parse(x.Instruction, []).Instructions is [{ Keyword: "RUN" } run]
            && ShellScript.Commands(run).Any(y => PackageManager.Of(y) is not null)
        );
        var sum = lines.Sum(x => x.Edited ?? 0);
        return sum > 0 ? sum : null;
    }
}
