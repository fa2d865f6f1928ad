using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>What trying advice came to: in the report, as a diff beside it, and, where asked for, in the user's files.</summary>
internal static class AdviceResult
{
    /// <summary>Writes it down.</summary>
    /// <param name="work">The image.</param>
    /// <param name="files">Its files.</param>
    /// <param name="asIs">The image as it is.</param>
    /// <param name="kept">The image with all that was kept.</param>
    /// <param name="tried">Each edit, in the order of the trials.</param>
    public static void Write(ImageWork work, AdvisedFiles files, AdviceTry asIs, AdviceTry kept, IReadOnlyList<Advice> tried)
    {
        var left = kept.Report.Findings.Select(x => x.Rule).ToHashSet();
        var rest = asIs.Report with { Findings = [.. asIs.Report.Findings.Where(x => left.Contains(x.Rule))] };
        var done = tried.SelectMany(x => x.Rules).ToHashSet();
        var diff = AdviceWork.DiffOf(work.Target, files, asIs.Image, kept.Image);
        var report = work.Report.Sizes is null ? Measured(work.Report, asIs.Report) : work.Report;
        work.Update(
            report with
            {
                Advice =
                [
                    .. tried.OrderBy(x => x.Dropped is not null).ThenByDescending(x => x.Saves).ThenByDescending(x => x.SavesMilliseconds),
                    .. AdviceList.Rest(rest, done),
                ],
                AdviceTogether = new AdviceTogether
                {
                    Before = asIs.Unpacked,
                    After = kept.Unpacked,
                    MillisecondsBefore = asIs.Milliseconds,
                    MillisecondsAfter = kept.Milliseconds,
                    Build =
                        asIs.Milliseconds is null && kept.Milliseconds is null ? null
                        : asIs.IsCold ? "cold"
                        : "edited",
                    Tests = kept.Report.Tests.Status,
                    TestCount = kept.Report.Tests.Total,
                    ProductionStage = kept.Image.ProductionStage,
                    Diff = diff,
                    Note = Note(work.Target.Definition, kept.Image),
                },
            }
        );
        work.Folder.WriteAdvice(diff);
    }

    /// <summary>Writes what was kept into the user's files.</summary>
    /// <param name="work">The image.</param>
    /// <param name="files">Its files, as they were when it began.</param>
    /// <param name="kept">What was kept.</param>
    /// <exception cref="InputException">Nothing tested it, a file was changed meanwhile, or cannot be written.</exception>
    public static void Apply(ImageWork work, AdvisedFiles files, AdvisedImage kept)
    {
        if (work.Report.AdviceTogether is not { Diff.Length: > 0 } together)
            return;
        if (together.Tests == TestStatus.NotRun && !work.Target.Definition.AllowUntested)
            throw new InputException(
                $"{work.Target.Label}: no tests ran, so nothing shows that the edited image still does what it should, and no file was changed; add a test stage, or --allow-untested."
            );
        files.Replace(kept.Dockerfile, kept.IgnoreFile);
        work.Update(work.Report with { AdviceTogether = together with { Applied = true } });
    }

    private static string? Note(ImageDefinition definition, AdvisedImage kept) =>
        kept.ProductionStage.Equals(definition.ProductionStage, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"The production stage is '{kept.ProductionStage}' then: {(kept.ProductionStage == new ImageDefinition("").ProductionStage ? $"leave out --production-stage {definition.ProductionStage}" : $"say --production-stage {kept.ProductionStage}")}.";

    // The image as it is was measured under another name, which is gone again.
    private static ImageReport Measured(ImageReport started, ImageReport asIs) =>
        asIs with
        {
            Image = asIs.Image with
            {
                Name = started.Image.Name,
                Reference = started.Image.Reference,
                LocalReference = null,
                Source = null,
            },
            Tool = started.Tool,
        };
}
