using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Puts the builder's checks and our own rules together.</summary>
internal static class DockerfileLint
{
    /// <summary>All findings, the worst first; a place that both name is named once.</summary>
    /// <param name="target">The image.</param>
    /// <param name="fromBuilder">What the builder's checks found.</param>
    public static IReadOnlyList<Finding> Run(BuildTarget target, IReadOnlyList<Finding> fromBuilder)
    {
        var definition = target.Definition;
        var settings = new RuleSettings(definition.IgnoredRules, definition.ErrorRules);
        var own = Read(target) is { } file ? DockerfileCheck.Run(file, target.DockerfileName, settings) : [];
        var others = fromBuilder
            .Where(x => !settings.Ignored.Contains(x.Rule, StringComparer.OrdinalIgnoreCase))
            .Where(x => x.Rule != "SecretsUsedInArgOrEnv" || !own.Any(y => y.Rule == "secret-in-build-arg" && y.Line == x.Line))
            .Select(x =>
                settings.Errors.Contains(x.Rule, StringComparer.OrdinalIgnoreCase) ? x with { Severity = FindingSeverity.Error } : x
            );
        return [.. own.Concat(others).OrderByDescending(x => x.Severity).ThenBy(x => x.Line ?? 0)];
    }

    /// <summary>What our own rules would find if they were not switched off.</summary>
    /// <param name="target">The image.</param>
    public static IReadOnlyList<(Finding Finding, string Suppression)> SwitchedOff(BuildTarget target) =>
        Read(target) is { } file
            ? DockerfileCheck.SwitchedOff(
                file,
                target.DockerfileName,
                new RuleSettings(target.Definition.IgnoredRules, target.Definition.ErrorRules)
            )
            : [];

    /// <summary>Fails when a finding is an error.</summary>
    /// <param name="work">The image, with its findings.</param>
    /// <exception cref="BudgetExceededException">One is; the message names each.</exception>
    public static void RequireNoError(ImageWork work)
    {
        var errors = work
            .LintFindings.Where(x => x.Severity == FindingSeverity.Error)
            .Select(x => $"{Place(x)}: {x.Message} {x.Fix}")
            .ToArray();
        if (errors.Length > 0)
            throw new BudgetExceededException(string.Join(Environment.NewLine, errors));
    }

    private static CheckedDockerfile? Read(BuildTarget target)
    {
        var definition = target.Definition;
        var dockerfile = Dockerfile.Parse(InputFiles.ReadDockerfile(target.DockerfilePath), definition.BuildArgs);
        // That the production stage is missing is the plan's to say; what a build without a name would make is checked all the same.
        return (dockerfile.Find(definition.ProductionStage) ?? dockerfile.Find(null)) is { } production
            ? new CheckedDockerfile(dockerfile, production, dockerfile.Find(definition.TestStage), ContextTop.Read(target))
            : null;
    }

    private static string Place(Finding finding) => finding.Line is { } line ? $"{finding.File}:{line}" : $"{finding.File}";
}
