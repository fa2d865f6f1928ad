using System.Globalization;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Turns what two builds came to into findings, a line of the Dockerfile each: that contents differ is an error, that only times do is said. Both are rules that
/// can be switched off or made an error, as any.
/// </summary>
internal static class RepetitionFindings
{
    /// <summary>Writes down what two builds came to.</summary>
    /// <param name="work">The image.</param>
    /// <param name="facts">What they came to.</param>
    /// <exception cref="BudgetExceededException">A finding is an error; the message names each.</exception>
    public static void Write(ImageWork work, ReproducibilityFacts facts)
    {
        var definition = work.Target.Definition;
        var settings = new RuleSettings(definition.IgnoredRules, definition.ErrorRules);
        Finding[] found =
        [
            .. Of(facts, work.Target.DockerfileName)
                .Where(x => !settings.IsIgnored(x.Rule))
                .Select(x => x with { Severity = settings.SeverityOf(x.Rule, x.Severity) }),
        ];
        var others = work.Report.Findings.Where(x => x.Rule is not (MeasuredRules.NotReproducible or MeasuredRules.TimesNotReproducible));
        work.Update(work.Report with { Reproducibility = facts, Findings = [.. others, .. found] });
        var errors = found.Where(x => x.Severity == FindingSeverity.Error).ToArray();
        if (errors.Length > 0)
            throw new BudgetExceededException(
                string.Join(Environment.NewLine, errors.Select(x => $"{work.Target.Label}: {Place(x)}{x.Message} {x.Fix}"))
            );
    }

    private static IEnumerable<Finding> Of(ReproducibilityFacts facts, string dockerfile)
    {
        foreach (var layer in facts.Layers.Where(x => !x.OnlyTimes))
            yield return new Finding
            {
                Rule = MeasuredRules.NotReproducible,
                Severity = FindingSeverity.Error,
                File = dockerfile,
                Line = layer.MadeBy is [var maker, ..] ? maker : layer.Line,
                Message = $"Two cold builds of the same inputs made different contents of {Name(layer)}: {What(layer)}{Copied(layer)}.",
                Fix = RepeatedFix.Of(layer.Causes.FirstOrDefault(RepeatedCause.Unknown)),
            };
        var config = facts.Config.Where(x => !IsTime(x)).ToArray();
        if (config.Length > 0)
            yield return new Finding
            {
                Rule = MeasuredRules.NotReproducible,
                Severity = FindingSeverity.Error,
                File = dockerfile,
                Message = $"Two cold builds of the same inputs made configs with different {string.Join(", ", config.Take(5))}.",
                Fix = "Give labels, environment and command the same values in each build.",
            };
        if (
            facts.Verdict != ReproducibilityVerdict.Identical
            && facts.Layers.Any(x => x.Causes.Contains(RepeatedCause.FileTimes)) | facts.Config.Any(IsTime)
        )
            yield return new Finding
            {
                Rule = MeasuredRules.TimesNotReproducible,
                Severity = FindingSeverity.Info,
                File = dockerfile,
                Message = $"Each build has a digest of its own: {Times(facts)}.",
                Fix = RepeatedFix.Of(RepeatedCause.FileTimes),
            };
    }

    private static string Times(ReproducibilityFacts facts)
    {
        var layers = facts.Layers.Where(x => x.Causes.Contains(RepeatedCause.FileTimes)).ToArray();
        var lines = layers
            .Select(x => x.Line)
            .OfType<int>()
            .Distinct()
            .Order()
            .Select(x => x.ToString(CultureInfo.InvariantCulture))
            .ToArray();
        var files =
            layers.Length == 0 ? null
            : lines.Length == 0 ? $"times of files in {layers.Length} layers"
            : $"times of files that line{(lines.Length == 1 ? "" : "s")} {string.Join(", ", lines)} made";
        var config = facts.Config.Any(IsTime) ? "the time of building in its config" : null;
        return string.Join(" and ", new[] { files, config }.OfType<string>()) + " differ";
    }

    private static string What(RepeatedLayer layer)
    {
        if (layer.Files.FirstOrDefault(x => x.Differences is not [RepeatedDifference.Time]) is not { } first)
            return layer.Gap?.TrimEnd('.') ?? "entries in another order";
        var others = layer.DifferentEntries - layer.TimeEntries - 1;
        return $"{first.Path} ({first.Detail})" + (others > 0 ? $", and {others} more" : "");
    }

    private static string Copied(RepeatedLayer layer) =>
        layer.MadeBy.Count == 0
            ? ""
            : $"; made by line{(layer.MadeBy.Count == 1 ? "" : "s")} {string.Join(", ", layer.MadeBy.Select(x => x.ToString(CultureInfo.InvariantCulture)))}, copied into the image by line {layer.Line}";

    private static string Name(RepeatedLayer layer) => layer.Line is null ? $"layer {layer.Layer}" : "this line";

    private static string Place(Finding finding) => finding.Line is { } line ? $"{finding.File}:{line}: " : "";

    private static bool IsTime(string field) => Reproducing.ConfigRepetition.IsTime(field);
}
