using Nuke.Common;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run does with the smoke check of an image.</summary>
internal static class SmokeTurn
{
    /// <summary>Adds what a build's parameters set about it.</summary>
    /// <param name="parameters">What they set besides.</param>
    /// <param name="build">The build.</param>
    public static ImageParameters AddTo(ImageParameters parameters, IHazImages build) =>
        build is ISmokeImage smoke
            ? parameters with
            {
                // Who calls the target by its name wants it to do something.
                SmokeImage = build.InvokedTargets.Any(x => x.Name == nameof(ISmokeImage.SmokeImage)) ? true : smoke.SmokeRequested,
                SmokeUrl = smoke.SmokeUrl,
                SmokeLog = smoke.SmokeLog,
                SmokeCommand = smoke.SmokeCommand,
                SmokeExitCode = smoke.SmokeExitCode,
                SmokeEnvironment = smoke.SmokeEnvironment,
                SmokeTimeLimit = smoke.SmokeTimeLimit,
            }
            : parameters;

    /// <summary>Starts an image that has a smoke check, and says what held.</summary>
    /// <param name="setup">The run.</param>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it; no container is left.</param>
    public static async Task TakeAsync(RunSetup setup, ImageWork work, CancellationToken cancellationToken)
    {
        if (!work.Target.Definition.Smoke.IsSet)
            return;
        work.Resume();
        await setup.Smoke.RunAsync(work, cancellationToken).ConfigureAwait(false);
        setup.Console.Report($"{work.Target.Definition.Name} runs: {work.Report.Smoke.Detail}.");
    }
}
