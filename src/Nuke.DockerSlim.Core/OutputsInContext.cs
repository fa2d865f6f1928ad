using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Says that a build takes in what the run itself writes: reports, what is known of layers, Nuke's log. Each build then finds other files than the one
/// before it, and no warm one is warm.
/// </summary>
internal static class OutputsInContext
{
    /// <summary>Adds the finding to the report where there is one.</summary>
    /// <param name="work">The image, built.</param>
    /// <param name="metadata">What the builder wrote about the production stage; null when it wrote nothing, and then nothing is known.</param>
    /// <param name="temporaryDirectory">The folder for what is temporary, absolute.</param>
    /// <exception cref="BudgetExceededException">The user made an error of it.</exception>
    public static void Check(ImageWork work, string? metadata, string temporaryDirectory)
    {
        var definition = work.Target.Definition;
        var settings = new RuleSettings(definition.IgnoredRules, definition.ErrorRules);
        // Mostly they lie outside, and what the builder wrote need not be read.
        if (
            settings.IsIgnored(MeasuredRules.OutputsInContext)
            || Outputs(work, temporaryDirectory) is not [_, ..] outputs
            || ContextUseReader.ReadOrNull(metadata) is not { IsSent: true } use
            || Taken(outputs, use) is not [var first, ..] taken
        )
            return;
        var finding = Finding(work.Target, taken, first.Read, settings);
        work.Update(work.Report with { Findings = [.. work.Report.Findings, finding] });
        if (finding.Severity == FindingSeverity.Error)
            throw new BudgetExceededException($"{work.Target.Label}: {finding.Message} {finding.Fix}");
    }

    /// <summary>The folders within the context that a run writes to, each with a file that it writes, relative to the context.</summary>
    private static (string Folder, string File)[] Outputs(ImageWork work, string temporaryDirectory)
    {
        // Nuke writes beside our folder: its log.
        (string Folder, string File)[] outputs =
        [
            (Path.Combine(work.Folder.WholePath, ".."), work.Folder.ReportFile),
            (Path.Combine(temporaryDirectory, ".."), Path.Combine(temporaryDirectory, "layers")),
        ];
        return
        [
            .. from output in outputs
            let file = InContext(output.File)
            where file is not null
            select (InContext(output.Folder) ?? file, file),
        ];

        // Null for what is not below the context.
        string? InContext(string path)
        {
            var relative = Path.GetRelativePath(work.Target.ContextDirectory, Path.GetFullPath(path)).Replace('\\', '/');
            return relative is "." or ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
                ? null
                : relative;
        }
    }

    /// <summary>Those that a line takes in, each with the first line that does.</summary>
    private static (string Folder, ContextRead Read)[] Taken((string Folder, string File)[] outputs, ContextUse use)
    {
        var patterns = new PathPatterns(use.IgnorePatterns);
        var reads = new ContextReads([use], []);
        return
        [
            .. from output in outputs
            where !patterns.Match(output.File)
            let read = reads.Of(output.File).FirstOrDefault()
            where read is not null
            select (output.Folder, read),
        ];
    }

    private static Finding Finding(BuildTarget target, (string Folder, ContextRead Read)[] taken, ContextRead first, RuleSettings settings)
    {
        var ignoreFile = ContextIgnoreFile.Find(target.ContextDirectory, target.DockerfilePath);
        var where = ignoreFile is null ? "a new .dockerignore in the build context" : target.NameOf(ignoreFile);
        return new Finding
        {
            Rule = MeasuredRules.OutputsInContext,
            Severity = settings.SeverityOf(MeasuredRules.OutputsInContext, FindingSeverity.Warning),
            File = target.DockerfileName,
            Line = first.FirstLine,
            Message =
                $"{string.Join(" and ", taken.Select(x => x.Folder))} {(taken.Length == 1 ? "is" : "are")} taken in, and every run writes there: no build finds the files of the one before it, so a warm build is not warm, and what is measured changes with every run.",
            Fix = $"Add to {where}: {string.Join(", ", taken.Select(x => x.Folder))}",
        };
    }
}
