using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Previewing;

/// <summary>What an image would be held against.</summary>
internal static class LimitPreview
{
    /// <summary>The limits and policies in sentences.</summary>
    /// <param name="definition">The image.</param>
    /// <param name="platform">The platform; null where there is at most one.</param>
    public static IEnumerable<string> Sentences(ImageDefinition definition, string? platform)
    {
        var hard = Texts(definition.BudgetFor(platform));
        var soft = Texts(definition.SoftBudgetFor(platform));
        yield return hard.Length == 0
            ? "No limit is set: the figures are shown, and nothing fails of them. InitSlimImage proposes limits."
            : $"Limits: {string.Join(", ", hard)}.";
        if (soft.Length > 0)
            yield return $"Limits that only warn: {string.Join(", ", soft)}.";
        if (definition.ForbidInImage.Count > 0)
            yield return $"Forbidden in the image: {string.Join(", ", definition.ForbidInImage)}.";
        string?[] baselines =
        [
            definition.BaselineRef is { } revision ? $"git revision {revision}" : null,
            definition.BaselineReport is { } report ? $"report {report}" : null,
            definition.BaselineFolder is { } folder ? $"newest report in {folder}" : null,
            definition.BaselineImage is { } image ? $"report that hangs on {image}" : null,
        ];
        if (baselines.OfType<string>().ToArray() is { Length: > 0 } found)
            yield return $"Held against the {string.Join(", or the ", found)}.";
    }

    private static string[] Texts(ImageBudget budget) =>
        [.. BudgetLimit.All.Where(x => x.Text(budget) is not null).Select(x => $"{x.Name} {x.Text(budget)}")];
}
