using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Checking;

/// <summary>Holds a Dockerfile against the rules.</summary>
public static class DockerfileCheck
{
    /// <summary>The page of the rules.</summary>
    public const string Page = "docs/rules.md";

    /// <summary>Runs every rule.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="name">Its name for the findings.</param>
    /// <param name="settings">What is switched off or raised.</param>
    public static IReadOnlyList<Finding> Run(CheckedDockerfile file, string name, RuleSettings settings) =>
        [.. All(file, name, settings).Where(x => x.Suppression is null).Select(x => x.Finding)];

    /// <summary>What is not told since its rule is switched off: <c>inSource</c> by a comment, <c>external</c> for the run.</summary>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="name">Its name for the findings.</param>
    /// <param name="settings">What is switched off or raised.</param>
    public static IReadOnlyList<(Finding Finding, string Suppression)> SwitchedOff(
        CheckedDockerfile file,
        string name,
        RuleSettings settings
    ) => [.. All(file, name, settings).Where(x => x.Suppression is not null).Select(x => (x.Finding, x.Suppression!))];

    private static IEnumerable<(Finding Finding, string? Suppression)> All(CheckedDockerfile file, string name, RuleSettings settings)
    {
        // Few have such a comment, and there may be thousands of findings.
        DockerfileInstruction[] silenced = [.. file.Dockerfile.Instructions.Where(x => x.IgnoredRules.Count > 0)];
        return DockerfileRules
            .All.SelectMany(rule => rule.Check(file).DistinctBy(x => (x.Line, x.Message)).Select(hit => (Rule: rule, Hit: hit)))
            .Select(x =>
                (
                    Finding: new Finding
                    {
                        Rule = x.Rule.Id,
                        Severity = settings.SeverityOf(x.Rule.Id, x.Rule.Severity),
                        File = x.Hit.File ?? name,
                        Line = x.Hit.Line,
                        Message = x.Hit.Message,
                        Fix = x.Hit.Fix,
                    },
                    Suppression: IsIgnored(silenced, x.Rule.Id, x.Hit) ? "inSource"
                    : settings.IsIgnored(x.Rule.Id) ? "external"
                    : null
                )
            )
            .OrderByDescending(x => x.Finding.Severity)
            .ThenBy(x => x.Finding.Line ?? 0);
    }

    private static bool IsIgnored(DockerfileInstruction[] silenced, string rule, RuleHit hit) =>
        hit.File is null
        && hit.Line is { } line
        && silenced.Any(x => x.FirstLine <= line && line <= x.LastLine && x.IgnoredRules.Contains(rule, StringComparer.OrdinalIgnoreCase));
}
