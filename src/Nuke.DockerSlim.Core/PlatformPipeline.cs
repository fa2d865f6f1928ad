using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// The flow of an image of any number of platforms. One of at most one goes through <see cref="ImagePipeline" /> as it is; of several, each goes through it
/// as an image of its own, and the image's report sums them up. Each is built by itself: a build for several at once cannot be timed for each, and the
/// classic store takes none.
/// </summary>
/// <param name="one">The flow of an image of one platform.</param>
/// <param name="builder">Runs builds.</param>
public sealed class PlatformPipeline(ImagePipeline one, IImageBuilder builder)
{
    private readonly PlatformTests _tests = new(one, builder);

    /// <summary>See <see cref="ImagePipeline.PlanAsync" />.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">A stage is missing, or the Dockerfile cannot be read.</exception>
    public async Task PlanAsync(ImageWork work, CancellationToken cancellationToken)
    {
        // The stages are the same for all of them.
        if (work.Platforms.Count > 0)
            work.Stages ??= builder.ListStagesAsync(work.Target, cancellationToken);
        await one.PlanAsync(work, cancellationToken).ConfigureAwait(false);
        foreach (var platform in work.Platforms)
        {
            platform.Stages = work.Stages;
            await one.PlanAsync(platform, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>See <see cref="ImagePipeline.BuildAsync" />.</summary>
    /// <param name="work">The image, planned.</param>
    /// <param name="tool">What the figures are taken with.</param>
    /// <param name="cancellationToken">Interrupts the build.</param>
    /// <exception cref="DockerSlimException">A build failed.</exception>
    public async Task BuildAsync(ImageWork work, ToolFacts tool, CancellationToken cancellationToken)
    {
        work.Folder.RemovePlatforms();
        if (work.Platforms.Count == 0)
        {
            await one.BuildAsync(work, tool, cancellationToken).ConfigureAwait(false);
            return;
        }
        work.Start();
        work.Folder.RemoveMetadata();
        work.Layout.Remove();
        work.Update(work.Report with { Tool = tool });
        await EachAsync(work, x => one.BuildAsync(x, tool, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>See <see cref="ImagePipeline.TestAsync" />. Of several platforms, one is tested, which the builder's machine can run.</summary>
    /// <param name="work">The image, planned.</param>
    /// <param name="output">Told each line of a test command.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="DockerSlimException">The tests failed, or could not be run.</exception>
    public async Task TestAsync(ImageWork work, IProgress<string> output, CancellationToken cancellationToken)
    {
        if (work.Platforms.Count == 0)
        {
            await one.TestAsync(work, output, cancellationToken).ConfigureAwait(false);
            return;
        }
        try
        {
            await _tests.RunAsync(work, output, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PlatformSummary.Write(work);
        }
    }

    /// <summary>See <see cref="ImagePipeline.MeasureAsync" />.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">There is no such image, it is damaged, or the engine or registry is gone.</exception>
    public Task MeasureAsync(ImageWork work, CancellationToken cancellationToken) =>
        work.Platforms.Count == 0
            ? one.MeasureAsync(work, cancellationToken)
            : EachAsync(work, x => one.MeasureAsync(x, cancellationToken));

    /// <summary>See <see cref="ReproducibilityCheck.RunAsync" />. Each platform is built twice.</summary>
    /// <param name="work">The image, its report started.</param>
    /// <param name="check">Builds twice and compares.</param>
    /// <param name="cancellationToken">Interrupts it; nothing is left behind.</param>
    /// <exception cref="DockerSlimException">The images differ in a way that is an error, or a build failed.</exception>
    public static Task CheckReproducibleAsync(ImageWork work, ReproducibilityCheck check, CancellationToken cancellationToken) =>
        work.Platforms.Count == 0 ? check.RunAsync(work, cancellationToken) : EachAsync(work, x => check.RunAsync(x, cancellationToken));

    /// <summary>Finds what each platform is held against when it is judged.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">A baseline that is named cannot be read, or is of another image; or the registry is gone.</exception>
    public async Task FindBaselineAsync(ImageWork work, CancellationToken cancellationToken)
    {
        foreach (var each in work.Each)
            await one.FindBaselineAsync(each, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>See <see cref="ImagePipeline.Judge" />. Each platform is held against the limits.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="BudgetExceededException">A limit is not met; the message names each, and the platform.</exception>
    public static void Judge(ImageWork work)
    {
        if (work.Platforms.Count == 0)
        {
            ImagePipeline.Judge(work);
            return;
        }
        var sentences = new List<string>();
        foreach (var platform in work.Platforms)
        {
            try
            {
                ImagePipeline.Judge(platform);
                RunConclusion.Write(platform, null);
            }
            catch (BudgetExceededException e)
            {
                RunConclusion.Write(platform, e);
                sentences.Add(e.Message);
            }
        }
        PlatformSummary.Write(work);
        if (sentences.Count > 0)
            throw new BudgetExceededException(string.Join(Environment.NewLine, sentences));
    }

    /// <summary>See <see cref="ImagePipeline.PushAsync(ImageWork, CancellationToken)" />. Several platforms are pushed as one index.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <returns>Whether it was pushed; when not, the report says what withheld it.</returns>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    public Task<bool> PushAsync(ImageWork work, CancellationToken cancellationToken) => one.PushAsync(work, Judge, cancellationToken);

    /// <summary>See <see cref="ImagePipeline.UndoAsync" />.</summary>
    /// <param name="work">The image.</param>
    public async Task UndoAsync(ImageWork work)
    {
        await one.UndoAsync(work).ConfigureAwait(false);
        foreach (var platform in work.Platforms)
            await one.UndoAsync(platform).ConfigureAwait(false);
    }

    // A finding that is an error does not hide the other platforms; what cannot be built or measured ends it.
    private static async Task EachAsync(ImageWork work, Func<ImageWork, Task> act)
    {
        BudgetExceededException? judgement = null;
        try
        {
            foreach (var platform in work.Platforms)
            {
                try
                {
                    await act(platform).ConfigureAwait(false);
                    RunConclusion.Write(platform, null);
                }
                catch (BudgetExceededException e)
                {
                    RunConclusion.Write(platform, e);
                    judgement ??= e;
                }
                catch (DockerSlimException e)
                {
                    RunConclusion.Write(platform, e);
                    throw;
                }
            }
        }
        finally
        {
            PlatformSummary.Write(work);
        }
        if (judgement is not null)
            throw judgement;
    }
}
