using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>One of the limits that a budget has: its name in parameters, and what is done with its value.</summary>
internal sealed class BudgetLimit
{
    private delegate ImageBudget Reader(ImageBudget budget, string option, string text, List<string> problems);

    private readonly Func<ImageBudget, ImageBudget, bool, ImageBudget> _put;
    private readonly Reader _read;
    private readonly Func<ImageBudget, string?> _show;

    private BudgetLimit(string name, Func<ImageBudget, ImageBudget, bool, ImageBudget> put, Reader read, Func<ImageBudget, string?> show) =>
        (Name, _put, _read, _show) = (name, put, read, show);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BudgetLimit> All { get; } =
    [
        Size("download-size", x => x.DownloadSize, (x, y) => x with { DownloadSize = y }),
        Size("unpacked-size", x => x.UnpackedSize, (x, y) => x with { UnpackedSize = y }),
        Size("own-download-size", x => x.OwnDownloadSize, (x, y) => x with { OwnDownloadSize = y }),
        Size("own-unpacked-size", x => x.OwnUnpackedSize, (x, y) => x with { OwnUnpackedSize = y }),
        Time("cold-build", x => x.ColdBuild, (x, y) => x with { ColdBuild = y }),
        Time("warm-build", x => x.WarmBuild, (x, y) => x with { WarmBuild = y }),
        Time("edited-build", x => x.EditedBuild, (x, y) => x with { EditedBuild = y }),
        Time("ci-build", x => x.CiBuild, (x, y) => x with { CiBuild = y }),
        Of<int>(
            "package-count",
            x => x.PackageCount,
            (x, y) => x with { PackageCount = y },
            TryCount,
            x => x.ToString(CultureInfo.InvariantCulture)
        ),
        Growth("size-growth", x => x.SizeGrowth, (x, y) => x with { SizeGrowth = y }),
        Growth("download-growth", x => x.DownloadGrowth, (x, y) => x with { DownloadGrowth = y }),
        Growth("unpacked-growth", x => x.UnpackedGrowth, (x, y) => x with { UnpackedGrowth = y }),
        Part("time-growth", x => x.TimeGrowth, (x, y) => x with { TimeGrowth = y }),
        Part("cold-growth", x => x.ColdGrowth, (x, y) => x with { ColdGrowth = y }),
        Part("warm-growth", x => x.WarmGrowth, (x, y) => x with { WarmGrowth = y }),
        Part("edited-growth", x => x.EditedGrowth, (x, y) => x with { EditedGrowth = y }),
        Size("growth-floor", x => x.GrowthFloor, (x, y) => x with { GrowthFloor = y }),
    ];

    /// <summary>Its name in parameters: <c>download-size</c>.</summary>
    public string Name { get; }

    /// <summary>The limits of one budget, and those of another in their place where it sets them.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="over">The other.</param>
    public static ImageBudget Over(ImageBudget budget, ImageBudget over) => All.Aggregate(budget, (x, limit) => limit._put(x, over, false));

    /// <summary>The limits of both: of two on one figure the smaller; of two on growth the second, which may be of another kind.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="with">The other.</param>
    public static ImageBudget Tighter(ImageBudget budget, ImageBudget with) =>
        All.Aggregate(budget, (x, limit) => limit._put(x, with, true));

    /// <summary>A budget with this limit read into it.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="option">The parameter with its dashes.</param>
    /// <param name="text">The limit.</param>
    /// <param name="problems">Told what does not parse.</param>
    public ImageBudget Read(ImageBudget budget, string option, string text, List<string> problems) => _read(budget, option, text, problems);

    /// <summary>This limit as people read it; null where the budget does not set it.</summary>
    /// <param name="budget">The budget.</param>
    public string? Text(ImageBudget budget) => _show(budget);

    private static BudgetLimit Size(string name, Func<ImageBudget, ByteSize?> get, Func<ImageBudget, ByteSize?, ImageBudget> set) =>
        Of(name, get, set, ByteSize.TryParse, x => x.Text);

    private static BudgetLimit Time(string name, Func<ImageBudget, TimeSpan?> get, Func<ImageBudget, TimeSpan?, ImageBudget> set) =>
        Of(name, get, set, DurationText.TryParse, x => x.Text);

    private static BudgetLimit Growth(string name, Func<ImageBudget, SizeGrowth?> get, Func<ImageBudget, SizeGrowth?, ImageBudget> set) =>
        Of(name, get, set, SizeGrowth.TryParse, x => x.ToString());

    private static BudgetLimit Part(string name, Func<ImageBudget, Percentage?> get, Func<ImageBudget, Percentage?, ImageBudget> set) =>
        Of(name, get, set, Percentage.TryParse, x => x.ToString());

    private static BudgetLimit Of<T>(
        string name,
        Func<ImageBudget, T?> get,
        Func<ImageBudget, T?, ImageBudget> set,
        ParameterText.Parser<T> parse,
        Func<T, string> show
    )
        where T : struct =>
        new(
            name,
            (budget, other, isTighter) =>
                get(other) is not { } value ? budget
                : isTighter && get(budget) is IComparable<T> before && before.CompareTo(value) < 0 ? budget
                : set(budget, value),
            (budget, option, text, problems) =>
                ParameterText.Read(option, text, parse, problems) is { } value ? set(budget, value) : budget,
            budget => get(budget) is { } value ? show(value) : null
        );

    private static bool TryCount(string? text, out int count, out string problem)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
        problem = isNumber ? "" : $"'{text}' is not a number of packages; use a whole number such as 60.";
        return isNumber;
    }
}
