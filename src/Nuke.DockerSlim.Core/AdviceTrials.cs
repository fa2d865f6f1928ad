using Nuke.DockerSlim.Advising;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Tries advice: one edit after the other is made to a copy of the Dockerfile and its ignore file, each on what those before it left; that is built,
/// tested, started where a smoke check is set, and measured. What breaks something or makes the image worse is dropped.
/// </summary>
/// <param name="builder">Knows which platforms it can run.</param>
/// <param name="pipeline">The flow of an image.</param>
/// <param name="smoke">Starts images.</param>
/// <param name="layers">What layers are known to hold.</param>
/// <param name="temporaryDirectory">The folder for the copies, absolute.</param>
public sealed class AdviceTrials(
    IImageBuilder builder,
    ImagePipeline pipeline,
    SmokeWork smoke,
    LayerCache layers,
    string temporaryDirectory
)
{
    /// <summary>Tries it, and writes down what it came to. The user's files change only at the end, only if asked, and all of them or none.</summary>
    /// <param name="work">The image.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="output">Told what is being tried, and each line of a test command.</param>
    /// <param name="cancellationToken">Interrupts it; nothing is left behind.</param>
    /// <exception cref="DockerSlimException">The image as it is cannot be built or fails its tests, or the files cannot be written.</exception>
    public async Task RunAsync(ImageWork work, AdviceRequest request, IProgress<string> output, CancellationToken cancellationToken)
    {
        var files = AdvisedFiles.Read(work.Target);
        var image = AdviceStart.Of(AdviceWork.Of(work.Target, files));
        work.ResumeOrStart();
        if (AdviceEdits.All.All(x => x.Apply(image) is null))
        {
            work.Update(work.Report with { AdviceTogether = null });
            output.Report($"{work.Target.Label}: nothing to try, no edit fits {work.Target.DockerfileName}.");
            return;
        }
        var target = work.Platforms.Count == 0 ? work.Target : await OneAsync(work, output, cancellationToken).ConfigureAwait(false);
        using var folder = OwnedFolder.Make(temporaryDirectory, "advice-");
        var copies = new AdviceCopies(target, files, folder.Path, request);
        AdviceTry kept;
        try
        {
            output.Report($"{work.Target.Label} as it is");
            var asIs = await RunAsync(copies.AsIs(image), request.Tool, output, cancellationToken).ConfigureAwait(false);
            (kept, var advice) = await TryEachAsync(copies, asIs, output, cancellationToken).ConfigureAwait(false);
            AdviceResult.Write(work, files, asIs, kept, advice);
        }
        finally
        {
            await pipeline.UndoAsync(copies.Last).ConfigureAwait(false);
        }
        if (request.Apply)
            AdviceResult.Apply(work, files, kept.Image);
    }

    private async Task<(AdviceTry Kept, List<Advice> Advice)> TryEachAsync(
        AdviceCopies copies,
        AdviceTry asIs,
        IProgress<string> output,
        CancellationToken cancellationToken
    )
    {
        var (kept, advice) = (asIs, new List<Advice>());
        foreach (var edit in AdviceEdits.All)
        {
            if (edit.Apply(kept.Image) is not { } edited)
                continue;
            output.Report($"trying: {edit.Title}");
            var diff = copies.DiffOf(kept.Image, edited);
            AdviceTry tried;
            try
            {
                tried = await RunAsync(copies.Next(edited), copies.Tool, output, cancellationToken).ConfigureAwait(false);
            }
            catch (DockerSlimException e) when (e is BuildFailedException or TestsFailedException or SmokeFailedException or InputException)
            {
                advice.Add(Dropped(edit, copies.Reason(e), diff));
                output.Report($"dropped: {advice[^1].Dropped}");
                continue;
            }
            var facts = tried.Advice(edit, kept, diff) with { Dropped = tried.Objection(edit, kept) };
            advice.Add(facts);
            if (facts.Dropped is { } reason)
                output.Report($"dropped: {reason}");
            else
                kept = tried;
        }
        return (kept, advice);
    }

    private static Advice Dropped(AdviceEdit edit, string reason, string diff) =>
        new()
        {
            Title = edit.Title,
            Rules = edit.Rules,
            Measured = true,
            Dropped = reason,
            Diff = diff,
        };

    private async Task<AdviceTry> RunAsync(
        (ImageWork Work, AdvisedImage Image) copy,
        ToolFacts tool,
        IProgress<string> output,
        CancellationToken cancellationToken
    )
    {
        var (work, image) = copy;
        using var held = work.Folder;
        work.LintFindings = DockerfileLint.Run(work.Target, []);
        await pipeline.PlanAsync(work, cancellationToken).ConfigureAwait(false);
        await pipeline.BuildAsync(work, tool, cancellationToken).ConfigureAwait(false);
        await pipeline.TestAsync(work, output, cancellationToken).ConfigureAwait(false);
        await pipeline.MeasureAsync(work, cancellationToken).ConfigureAwait(false);
        if (work.Target.Definition.Smoke.IsSet)
            await smoke.RunAsync(work, cancellationToken).ConfigureAwait(false);
        return new AdviceTry(
            image,
            work.Report,
            AdviceContents.Paths(work.Report, layers, cancellationToken),
            work.Target.Definition.Scenarios.Contains(BuildScenario.Cold)
        );
    }

    // What holds for one platform is tried for one.
    private async Task<BuildTarget> OneAsync(ImageWork work, IProgress<string> output, CancellationToken cancellationToken)
    {
        var runnable = await RunnablePlatforms.AskAsync(builder, work, cancellationToken).ConfigureAwait(false);
        var platform = runnable.First(work);
        output.Report($"{work.Target.Label}: advice is tried for {platform.Target.PlatformOfSeveral} alone");
        return platform.Target;
    }
}
