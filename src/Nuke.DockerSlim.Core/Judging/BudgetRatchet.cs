using System.Globalization;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Judging;

/// <summary>
/// Limits that follow what an image has come to: an improvement lowers them. Sizes and packages only: times are another machine's tomorrow.
/// </summary>
public static class BudgetRatchet
{
    private static readonly (string Property, string Name)[] Ratcheted =
    [
        (nameof(ImageBudget.DownloadSize), "download-size"),
        (nameof(ImageBudget.UnpackedSize), "unpacked-size"),
        (nameof(ImageBudget.OwnDownloadSize), "own-download-size"),
        (nameof(ImageBudget.OwnUnpackedSize), "own-unpacked-size"),
        (nameof(ImageBudget.PackageCount), "package-count"),
    ];

    /// <summary>
    /// Limits that can be lower: to the figure and the growth that is never too much, so that chance does not break the next build. An image without any limit
    /// gets those of its two sizes.
    /// </summary>
    /// <param name="prefix">What stands before a limit's name: <c>shop:</c>, <c>shop:linux/arm64:</c>.</param>
    /// <param name="budget">The judged limits.</param>
    /// <param name="floor">Growth that is never too much.</param>
    public static IEnumerable<LimitChange> Lower(string prefix, IReadOnlyList<BudgetFacts> budget, ByteSize floor)
    {
        var hasNone = budget.All(x => x.IsSoft || x.Limit is null || NameOf(x) is null);
        return from facts in budget
            where !facts.IsSoft && facts.Verdict is Verdict.Within or Verdict.NotLimited
            where facts.Limit is not null || (hasNone && facts.Name is nameof(ImageBudget.DownloadSize) or nameof(ImageBudget.UnpackedSize))
            let name = NameOf(facts)
            where name is not null && facts.Actual is not null
            let lowest = Lowest(facts, floor)
            where facts.Limit is null || lowest < facts.Limit
            select new LimitChange(prefix + name, Before(facts), Text(facts.Unit, lowest));
    }

    /// <summary>Limits that are exceeded, raised by as much as is needed.</summary>
    /// <param name="prefix">What stands before a limit's name.</param>
    /// <param name="budget">The judged limits.</param>
    /// <param name="floor">Growth that is never too much.</param>
    public static IEnumerable<LimitChange> Raise(string prefix, IReadOnlyList<BudgetFacts> budget, ByteSize floor) =>
        from facts in budget
        where !facts.IsSoft && facts.Verdict == Verdict.Exceeded
        let name = NameOf(facts)
        where name is not null
        select new LimitChange(prefix + name, Before(facts), Text(facts.Unit, Lowest(facts, floor)));

    private static string? NameOf(BudgetFacts facts) => Ratcheted.FirstOrDefault(x => x.Property == facts.Name).Name;

    private static string? Before(BudgetFacts facts) => facts.Limit is { } limit ? BudgetJudge.Text(facts.Unit, limit) : null;

    private static long Lowest(BudgetFacts facts, ByteSize floor) =>
        facts.Unit == "bytes" ? Rounded(facts.Actual!.Value + floor.Bytes) : facts.Actual!.Value;

    // Tenths of the unit that people read it in; never below what is needed.
    private static long Rounded(long bytes)
    {
        var step = bytes < 1_000_000 ? 100 : 100_000;
        return (bytes + step - 1) / step * step;
    }

    private static string Text(string unit, long value) =>
        unit != "bytes" ? string.Create(CultureInfo.InvariantCulture, $"{value}")
        : value < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{value / 1_000m:0.0}kB")
        : string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000m:0.0}MB");
}
