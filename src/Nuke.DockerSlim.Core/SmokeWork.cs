using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Starts a production image to see whether it still runs.</summary>
/// <param name="builder">Runs builds.</param>
/// <param name="watcher">Shows them.</param>
/// <param name="store">The engine's images.</param>
/// <param name="runner">Starts containers.</param>
/// <param name="temporaryDirectory">The folder for what is there only while it is needed, absolute.</param>
public sealed class SmokeWork(
    IImageBuilder builder,
    IBuildWatcher watcher,
    IImageStore store,
    ISmokeRunner runner,
    string temporaryDirectory
)
{
    private readonly ImageBuilds _builds = new(builder, watcher, store);

    /// <summary>
    /// Starts the image as its definition says, and writes down what it came to. Of several platforms one is started, which the builder's machine can run.
    /// </summary>
    /// <param name="work">The image, its report taken up.</param>
    /// <param name="cancellationToken">Ends it; no container is left.</param>
    /// <exception cref="SmokeFailedException">Something did not hold.</exception>
    /// <exception cref="DockerSlimException">It could not be started at all.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        if (work.Platforms.Count == 0)
        {
            await StartAsync(work, cancellationToken).ConfigureAwait(false);
            return;
        }
        var runnable = await RunnablePlatforms.AskAsync(builder, work, cancellationToken).ConfigureAwait(false);
        var started = runnable.First(work);
        var name = PlatformSummary.NameOf(started);
        foreach (var platform in work.Platforms)
            platform.Update(
                platform.Report with
                {
                    Smoke = new SmokeFacts { Detail = platform == started ? null : $"only {name} is started" },
                }
            );
        try
        {
            await StartAsync(started, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            PlatformSummary.Write(work);
        }
    }

    private async Task StartAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var loaded = work.Source.Transport == ImageTransport.DockerDaemon ? null : work.Target.Definition.Repository + ":dockerslim-smoke";
        try
        {
            if (loaded is not null)
                await LoadAsync(work, loaded, cancellationToken).ConfigureAwait(false);
            var run = await TryAsync(work, loaded ?? work.Source.Location, cancellationToken).ConfigureAwait(false);
            work.Update(work.Report with { Smoke = run });
            if (run.Status == SmokeStatus.Failed)
                throw new SmokeFailedException(Text(work.Target.Label, work.Report.Smoke));
        }
        finally
        {
            if (loaded is not null)
                await store.RemoveAsync(loaded, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Starts an image of the engine.</summary>
    /// <param name="work">The image whose definition says what has to hold.</param>
    /// <param name="reference">The image to start, by its name in the engine.</param>
    /// <param name="cancellationToken">Ends it; no container is left.</param>
    /// <exception cref="DockerSlimException">It could not be started at all.</exception>
    public async Task<SmokeFacts> TryAsync(ImageWork work, string reference, CancellationToken cancellationToken)
    {
        var run = await runner.RunAsync(new SmokeRequest(reference, work.Target.Definition.Smoke), cancellationToken).ConfigureAwait(false);
        return new SmokeFacts
        {
            Status = run.Holds ? SmokeStatus.Passed : SmokeStatus.Failed,
            Detail = work.Target.PlatformOfSeveral is null
                ? run.Detail
                : $"{run.Detail} ({PlatformSummary.NameOf(work)} alone was started)",
            Milliseconds = (long)run.Duration.TotalMilliseconds,
            LastLines = run.Holds ? [] : run.LastLines,
            Missing = run.Holds
                ? []
                : await new MissingFileSearch(builder, temporaryDirectory).FindAsync(work, run, cancellationToken).ConfigureAwait(false),
        };
    }

    // From the cache of the builder that made it: the same steps give the same image.
    private async Task LoadAsync(ImageWork work, string reference, CancellationToken cancellationToken)
    {
        var stages = await builder.ListStagesAsync(work.Target, cancellationToken).ConfigureAwait(false);
        var step = BuildPlanner.Plan(work.Target, stages).Production[0] with { Scenario = BuildScenario.Release, Reference = reference };
        await _builds.RunAsync(work, work.Target with { LayoutDirectory = null }, step, cancellationToken).ConfigureAwait(false);
    }

    private static string Text(string image, SmokeFacts run) =>
        string.Join(
            Environment.NewLine,
            [
                $"{image}: the image does not run as it should: {run.Detail}.",
                .. run.Missing,
                .. run.LastLines.Count == 0 ? (string[])["It wrote nothing."] : ["Its last lines:"],
                .. run.LastLines.Select(x => "    " + x),
            ]
        );
}
