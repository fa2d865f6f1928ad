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
        [
            .. DockerfileRules
                .All.Where(x => !settings.IsIgnored(x.Id))
                .SelectMany(rule => rule.Check(file).DistinctBy(x => (x.Line, x.Message)).Select(hit => (Rule: rule, Hit: hit)))
                .Where(x => !IsIgnored(file.Dockerfile, x.Rule.Id, x.Hit))
                .Select(x => new Finding
                {
                    Rule = x.Rule.Id,
                    Severity = settings.SeverityOf(x.Rule.Id, x.Rule.Severity),
                    File = x.Hit.File ?? name,
                    Line = x.Hit.Line,
                    Message = x.Hit.Message,
                    Fix = x.Hit.Fix,
                })
                .OrderByDescending(x => x.Severity)
                .ThenBy(x => x.Line ?? 0),
        ];

    private static bool IsIgnored(Dockerfile dockerfile, string rule, RuleHit hit) =>
        hit.File is null
        && hit.Line is { } line
        && dockerfile.Instructions.FirstOrDefault(x => x.FirstLine <= line && line <= x.LastLine) is { } instruction
        && instruction.IgnoredRules.Contains(rule, StringComparer.OrdinalIgnoreCase);
}
