using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>What a run sets about limits: those with a parameter of their own, and lists of any, for one image or one platform.</summary>
/// <param name="Budget">Those with a parameter of their own.</param>
/// <param name="Hard">The list of limits that fail a run, parsed.</param>
/// <param name="Soft">The list of limits that only warn, parsed.</param>
internal sealed record BudgetOverrides(
    ImageBudget Budget,
    IReadOnlyList<(BudgetEntry Entry, ImageBudget Budget)> Hard,
    IReadOnlyList<(BudgetEntry Entry, ImageBudget Budget)> Soft
)
{
    /// <summary>Reads the parameters' texts.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="images">The images that there are.</param>
    /// <param name="problems">Told what is wrong.</param>
    public static BudgetOverrides Read(ImageParameters parameters, IReadOnlyList<ImageDefinition> images, List<string> problems)
    {
        (string Name, string? Text)[] own =
        [
            ("download-size", parameters.DownloadSize),
            ("unpacked-size", parameters.UnpackedSize),
            ("cold-build", parameters.ColdBuild),
            ("warm-build", parameters.WarmBuild),
            ("edited-build", parameters.EditedBuild),
            ("package-count", parameters.PackageCount),
            ("size-growth", parameters.SizeGrowth),
            ("time-growth", parameters.TimeGrowth),
            ("growth-floor", parameters.GrowthFloor),
        ];
        var budget = new ImageBudget();
        foreach (var (name, text) in own)
            if (text is not null)
                budget = BudgetLimit.All.Single(x => x.Name == name).Read(budget, "--" + name, text, problems);
        return new(
            budget,
            Entries("--budget-limits", parameters.BudgetLimits ?? [], images, problems),
            Entries("--soft-limits", parameters.SoftLimits ?? [], images, problems)
        );
    }

    /// <summary>An image with what is set here: single limits in place of the declared ones, those of the lists where they are tighter.</summary>
    /// <param name="image">The image.</param>
    public ImageDefinition Over(ImageDefinition image) =>
        image with
        {
            Budget = For(image, Hard, platform: null).Aggregate(BudgetLimit.Over(image.Budget, Budget), BudgetLimit.Tighter),
            SoftBudget = For(image, Soft, platform: null).Aggregate(image.SoftBudget, BudgetLimit.Over),
            PlatformBudgets = OfPlatforms(image, image.PlatformBudgets, Hard, BudgetLimit.Tighter),
            SoftPlatformBudgets = OfPlatforms(image, image.SoftPlatformBudgets, Soft, BudgetLimit.Over),
        };

    private static Dictionary<string, ImageBudget> OfPlatforms(
        ImageDefinition image,
        IReadOnlyDictionary<string, ImageBudget> declared,
        IReadOnlyList<(BudgetEntry Entry, ImageBudget Budget)> entries,
        Func<ImageBudget, ImageBudget, ImageBudget> merge
    ) =>
        declared
            .Keys.Select(Platform.Normal)
            .Union(entries.Select(x => x.Entry.Platform).OfType<string>())
            .ToDictionary(
                x => x,
                x => For(image, entries, x).Aggregate(declared.FirstOrDefault(y => Platform.Normal(y.Key) == x).Value ?? new(), merge)
            );

    private static IEnumerable<ImageBudget> For(
        ImageDefinition image,
        IEnumerable<(BudgetEntry Entry, ImageBudget Budget)> entries,
        string? platform
    ) =>
        entries
            .Where(x => x.Entry.Platform == platform && (x.Entry.Image is not { } name || IsSame(name, image.Name)))
            .Select(x => x.Budget);

    private static IReadOnlyList<(BudgetEntry Entry, ImageBudget Budget)> Entries(
        string option,
        IEnumerable<string> texts,
        IReadOnlyList<ImageDefinition> images,
        List<string> problems
    )
    {
        var entries = new List<(BudgetEntry, ImageBudget)>();
        foreach (var text in texts)
        {
            if (BudgetEntry.Read(option, text, problems) is not { } entry)
                continue;
            // A limit for an image that this run leaves out is none of its business; which images there are it cannot know.
            if (
                entry.Image is { } name
                && images.Count > 0
                && !images.Any(x => IsSame(x.Name, name))
                && NearName.Find(name, images.Select(x => x.Name)) is { } near
            )
                problems.Add($"{option}: there is no image '{name}'; did you mean {near}?");
            var platform = entry.Platform is { } given ? Platform.Normal(given) : null;
            var budget = BudgetLimit.All.Single(x => x.Name == entry.Name).Read(new(), $"{option} {entry.Key}", entry.Value, problems);
            entries.Add((entry with { Platform = platform }, budget));
        }
        return entries;
    }

    private static bool IsSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
