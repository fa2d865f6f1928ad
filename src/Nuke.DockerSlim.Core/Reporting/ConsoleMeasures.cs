using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The rows of the table of measures: what was measured, and what its limit says to it.</summary>
internal static class ConsoleMeasures
{
    private const string Nothing = "-";

    /// <summary>The rows, those first that every image has.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="style">What the place can show.</param>
    public static IReadOnlyList<ConsoleMeasure> Of(ImageReport report, ConsoleStyle style)
    {
        List<ConsoleMeasure> rows =
        [
            .. Sizes(report.Sizes),
            .. Pull(report.Pull),
            .. Packages(report),
            .. ConsoleContext.Of(report.Context),
        ];
        rows.AddRange(ConsoleBuilds.Of(report.Builds));
        foreach (var facts in report.Budget)
            Judge(rows, facts, report.Image.Platform, style);
        ConsoleDeltas.AddTo(rows, report.Delta);
        rows.Add(Tests(report.Tests, style));
        rows.AddRange(ConsoleSmoke.Of(report.Smoke, style));
        return rows;
    }

    private static IEnumerable<ConsoleMeasure> Sizes(SizeFacts? sizes)
    {
        yield return new("download size", sizes?.Download.Text ?? Nothing)
        {
            Detail = sizes is { DownloadIsExact: false } ? "computed" : "",
        };
        yield return new("unpacked size", sizes?.Unpacked.Text ?? Nothing);
        if (sizes?.BaseUnpacked is { } inBase)
            yield return new("  base image", inBase.Text);
        if (sizes?.OwnUnpacked is { } own)
            yield return new("  own layers", own.Text);
    }

    private static IEnumerable<ConsoleMeasure> Pull(PullFacts? pull)
    {
        if (pull is null)
            yield break;
        var bandwidth = new Bandwidth((long)(pull.MegabitsPerSecond * 1_000_000)).Text;
        yield return new($"pull {bandwidth}", TimeSpan.FromSeconds((double)pull.Seconds).Text)
        {
            Detail = pull.SecondsWithBase is { } less ? $"{TimeSpan.FromSeconds((double)less).Text} with base" : "",
        };
    }

    private static IEnumerable<ConsoleMeasure> Packages(ImageReport report)
    {
        if (report is not { Inventory: { } inventory, Surface.Packages: { } counts })
            yield break;
        (string Kind, int Count)[] kinds =
        [
            ("dpkg", counts.Dpkg),
            ("apk", counts.Apk),
            ("npm", counts.Npm),
            ("python", counts.Python),
            ("nuget", counts.NuGet),
            ("go", counts.Go),
            ("jar", counts.Jar),
        ];
        yield return new("package count", BudgetText.Exact(inventory.PackageCount, "packages"))
        {
            Detail = string.Join(
                ", ",
                kinds.Where(x => x.Count > 0).OrderByDescending(x => x.Count).Take(3).Select(x => $"{x.Count} {x.Kind}")
            ),
            Note = inventory.PackageCountIsWhole ? "" : "does not count all: " + UntrustedText.OneLine(inventory.Gap),
        };
    }

    private static void Judge(List<ConsoleMeasure> rows, BudgetFacts facts, string? shown, ConsoleStyle style)
    {
        var name = BudgetText.Measure(facts);
        var index = rows.FindIndex(x => x.Name == name);
        if (index < 0)
        {
            // A measure that went unmeasured, or a limit that only a later version knows.
            if (facts is { Limit: null, Actual: null })
                return;
            index = rows.Count;
            rows.Add(new(name, facts.Actual is { } actual ? BudgetText.Figure(actual, facts.Unit) : Nothing));
        }
        // Beside a hard limit a soft one is worth a row only where it has something to say.
        if (facts.IsSoft && rows[index].Budget.Length > 0)
        {
            if (facts.Verdict == Judging.Verdict.Exceeded)
                rows.Insert(
                    index + 1,
                    new("  soft limit", "") { Budget = BudgetText.Limit(facts), Verdict = BudgetText.Verdict(facts, style.Unicode) }
                );
            return;
        }
        // The worst of several platforms need not be the one whose other figures these are.
        if (facts is { Platform: { } platform, Actual: { } figure } && platform != shown)
            rows[index] = new(name, BudgetText.Figure(figure, facts.Unit))
            {
                Detail = UntrustedText.OneLine(platform),
                Platform = UntrustedText.OneLine(platform),
            };
        rows[index] = rows[index] with
        {
            Budget = facts.Limit is null ? "" : BudgetText.Limit(facts),
            Verdict = BudgetText.Verdict(facts, style.Unicode),
        };
    }

    private static ConsoleMeasure Tests(TestFacts tests, ConsoleStyle style)
    {
        string?[] details =
        [
            tests.Skipped is > 0 and var skipped ? $"{skipped} skipped" : null,
            tests.Milliseconds is { } milliseconds && tests.Status != TestStatus.Reused
                ? $"took {TimeSpan.FromMilliseconds(milliseconds).Text}"
                : null,
        ];
        return new("tests", tests.Total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Nothing)
        {
            Detail = string.Join(", ", details.Where(x => x is not null)),
            Verdict = tests.Status switch
            {
                TestStatus.Passed => new($"{ConsoleMark.Good(style.Unicode)} passed", ConsoleTone.Good),
                TestStatus.Reused => new($"{ConsoleMark.Good(style.Unicode)} reused", ConsoleTone.Good),
                TestStatus.Failed => new(
                    $"{ConsoleMark.Bad(style.Unicode)} {(tests.Failed is { } failed ? $"{failed} failed" : "failed")}",
                    ConsoleTone.Bad
                ),
                _ => new("  not run", ConsoleTone.Faint),
            },
            Note = tests.Status == TestStatus.Reused ? "the cache holds a pass of the same inputs; nothing ran now" : "",
        };
    }
}
