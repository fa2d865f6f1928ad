using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Holds an image against its baseline, where it has one.</summary>
internal static class BaselineWork
{
    /// <summary>Finds the baseline. What changed is told where the image is judged, by the figures of then.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="registry">Registries.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">A baseline that is named cannot be read, or is of another image.</exception>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public static async Task FindAsync(ImageWork work, IImageRegistry registry, CancellationToken cancellationToken)
    {
        work.Baseline =
            work.Target.Definition.BaselineRef is not null ? FindRevision(work)
            : work.Target.Definition.BaselineImage is { } image
                ? await new BaselineImages(registry)
                    .FindAsync(ImageReference.Parse(image), work.Report.Image, cancellationToken)
                    .ConfigureAwait(false)
            : FindFile(work);
        work.Baseline = NotOlder(work.Baseline, work);
        // What an earlier run was held against says nothing of this one.
        if (work.Baseline is null && work.Report.Baseline is not null)
            work.Update(work.Report with { Baseline = null, Delta = null });
    }

    /// <summary>Puts what changed against the baseline that was found into a report; without one the report stays as it is.</summary>
    /// <param name="work">The image.</param>
    /// <param name="report">Its report.</param>
    public static ImageReport Compare(ImageWork work, ImageReport report) =>
        work.Baseline is { } found
            ? report with
            {
                Baseline = found.Facts,
                Delta = found.Report is { } before ? ReportComparison.Of(before, report) : null,
            }
            : report;

    // It was built with the image, in this run or the one that the report is of.
    private static FoundBaseline FindRevision(ImageWork work)
    {
        var name = work.Target.Definition.BaselineRef!;
        if (work.Report.Baseline is not { Kind: BaselineKind.Revision } facts || facts.Source != name)
            return new(
                new()
                {
                    Kind = BaselineKind.Revision,
                    Source = name,
                    Missing = "it was not built together with this image; run BuildImage with --baseline-ref",
                },
                null
            );
        return facts.Missing is null && work.Folder.HasBaselineReport
            ? new(facts, JsonReport.Read(work.Folder.BaselineReportFile))
            : new(facts with { Missing = facts.Missing ?? "its report is gone" }, null);
    }

    // A revision's figures are as new as the image's, or its run said why there are none.
    private static FoundBaseline? NotOlder(FoundBaseline? found, ImageWork work) =>
        work.Target.Definition.BaselineAge is { } limit
        && found is { Report: not null, Facts: { Kind: not BaselineKind.Revision, CreatedAt: { } time } }
        && work.Report.CreatedAt - time is var age
        && age > limit
            ? new(found.Facts with { Missing = $"its figures are {DeltaText.Age(age)}, and --baseline-age allows {limit.ExactText}" }, null)
            : found;

    private static FoundBaseline? FindFile(ImageWork work)
    {
        var (definition, root) = (work.Target.Definition, work.Target.RootDirectory);
        if (definition.BaselineReport is { } named && Path.GetFullPath(named, root) == Path.GetFullPath(work.Folder.ReportFile))
            throw new InputException(
                $"The baseline {named} is the report that this run writes; copy it first, and name the copy with --baseline-report."
            );
        var found =
            definition.BaselineReport is { } report ? BaselineFiles.Read(Path.GetFullPath(report, root), work.Report.Image)
            : definition.BaselineFolder is { } folder
                ? BaselineFiles.Newest(Path.GetFullPath(folder, root), work.Report.Image, work.Folder.WholePath)
            : null;
        // A report is read on other machines, too: what lies in the root folder is named from there.
        return found is null ? null : found with { Facts = found.Facts with { Source = work.Target.NameOf(found.Facts.Source) } };
    }
}
