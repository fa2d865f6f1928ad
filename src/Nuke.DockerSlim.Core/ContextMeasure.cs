using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Measures the build context of an image by what its builds left.</summary>
internal static class ContextMeasure
{
    /// <summary>Adds the context to the report, and what is to be said about it.</summary>
    /// <param name="work">The image, its builds run in this run or an earlier one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BudgetExceededException">The user made an error of what is to be said.</exception>
    public static void Run(ImageWork work, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        var (facts, inputs) = definition.MeasuredImage is null ? Measure(work, cancellationToken) : default;
        var finding = facts is null ? null : ContextFindings.Unused(facts, new(definition.IgnoredRules, definition.ErrorRules));
        var others = work.Report.Findings.Where(x => x.Rule != MeasuredRules.ContextUnused);
        work.Update(work.Report with { Context = facts, Inputs = inputs, Findings = finding is null ? [.. others] : [.. others, finding] });
        if (finding is { Severity: FindingSeverity.Error })
            throw new BudgetExceededException($"{definition.Name}: {finding.Message} {finding.Fix}");
    }

    private static (ContextFacts? Facts, InputFacts? Inputs) Measure(ImageWork work, CancellationToken cancellationToken)
    {
        var (target, folder) = (work.Target, work.Folder);
        var metadata = ArtifactFolder.ReadText(folder.ProductionMetadataFile);
        var inputs = BuildInputs.ReadOrNull(metadata);
        if (ContextUseReader.ReadOrNull(metadata) is not { } production)
            return (null, inputs);
        var test = ContextUseReader.ReadOrNull(ArtifactFolder.ReadText(folder.TestMetadataFile));
        ContextUse[] uses = test is null ? [production] : [production, test];
        var context = ContextWalk.Read(target, countIgnored: true, cancellationToken);
        // What the builds were sent nobody can tell any more.
        if (uses.Any(x => x.IsSent && !x.IgnorePatterns.SequenceEqual(context.IgnorePatterns)))
            return (null, inputs);
        string[] stages = test is null
            ? [target.Definition.ProductionStage]
            : [target.Definition.ProductionStage, target.Definition.TestStage];
        var ignoreFile = context.IgnoreFile is { } file ? target.NameOf(file) : null;
        var content = ContextContent.Of(context, uses, target.DockerfilePath);
        var sent = test is null ? content.Sent : ContextContent.Of(context, [production], target.DockerfilePath).Sent;
        return (
            ContextFigures.Of(context, content, stages, ignoreFile),
            inputs is null ? null : inputs with { Context = ContextDigest.Of(target.ContextDirectory, sent, cancellationToken) }
        );
    }
}
