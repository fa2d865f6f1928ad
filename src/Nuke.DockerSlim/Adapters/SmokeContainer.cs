using System.Diagnostics;
using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Starts production images through the engine's API.</summary>
/// <param name="engine">The engine.</param>
public sealed class SmokeContainer(DockerEngine engine) : ISmokeRunner
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(200);

    // A container that stops on SIGTERM does so at once; one that does not is killed.
    private const uint SecondsToStop = 3;

    /// <inheritdoc />
    public async Task<SmokeRun> RunAsync(SmokeRequest request, CancellationToken cancellationToken)
    {
        var image = await engine
            .AskAsync(
                x => x.Images.InspectImageAsync(request.Image, cancellationToken),
                $"The engine has no image {request.Image}; build it with ./build.sh BuildImage."
            )
            .ConfigureAwait(false);
        var plan = SmokePlan.Of(request, image.Config ?? new Config(), engine.Address);
        var created = await engine
            .CreateOwnAsync(
                plan.Container,
                "smoke",
                $"The engine has no image {request.Image}; build it with ./build.sh BuildImage.",
                cancellationToken
            )
            .ConfigureAwait(false);
        try
        {
            var run = await WatchAsync(created.ID, plan, cancellationToken).ConfigureAwait(false);
            return run with { WorkingDirectory = image.Config?.WorkingDir is { Length: > 0 } folder ? folder : "/" };
        }
        finally
        {
            await engine.TakeAwayAsync(created.ID).ConfigureAwait(false);
        }
    }

    private async Task<SmokeRun> WatchAsync(string id, SmokePlan plan, CancellationToken cancellationToken)
    {
        using var output = new ContainerOutputStream(plan.Check.SmokeLog);
        using var stream = await engine.ListenAsync(id, cancellationToken).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clock = Stopwatch.StartNew();
        try
        {
            await engine.Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e)
        {
            // Its program is not there, or is for another processor: the image's fault, not the engine's.
            return new SmokeRun { Holds = false, Detail = $"it could not be started: {SmokePlan.Reason(e)}" };
        }
        catch (Exception e) when (DockerEngine.IsUnreachable(e))
        {
            throw engine.Unreachable(e);
        }
        end.CancelAfter(plan.Check.SmokeTimeLimit);
        var reading = stream.CopyOutputToAsync(Stream.Null, output, output, end.Token);
        var exit = engine.Client.Containers.WaitContainerAsync(id, end.Token);
        var (holds, detail) = await ConcludeAsync(id, plan, output, exit, end.Token, cancellationToken).ConfigureAwait(false);
        var elapsed = clock.Elapsed;
        if (exit.IsCompleted)
            // What it wrote last is still on its way.
            await reading.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (holds && !await StopsAsync(id, cancellationToken).ConfigureAwait(false))
            detail += $"; it did not stop on SIGTERM within {SecondsToStop} s and was killed";
        await end.CancelAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((Task)exit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return new SmokeRun
        {
            Holds = holds,
            Detail = detail,
            Duration = elapsed,
            LastLines = output.LastLines,
        };
    }

    private async Task<(bool Holds, string Detail)> ConcludeAsync(
        string id,
        SmokePlan plan,
        ContainerOutputStream output,
        Task<ContainerWaitResponse> exit,
        CancellationToken limit,
        CancellationToken cancellationToken
    )
    {
        using var http = plan.Address is null ? null : new SmokeRequests(plan.Address, engine.Address);
        var health = new SmokeHealth();
        try
        {
            while (true)
            {
                if (exit.IsCompleted)
                    return plan.AfterExit(await exit.ConfigureAwait(false), output.Found.IsCompleted, http?.Answered);
                if (plan.NeedsAnswer || plan.NeedsHealth)
                {
                    var state = await engine.AskAsync(x => x.Containers.InspectContainerAsync(id, limit)).ConfigureAwait(false);
                    health.Take(state.State);
                    if (http is { Answered: null })
                        await http.AskAsync(state.NetworkSettings, limit).ConfigureAwait(false);
                }
                if (plan.Holds(output.Found.IsCompleted, http?.Answered, health.IsHealthy))
                    return (true, plan.Said(http?.Answered));
                await Task.WhenAny(exit, Task.Delay(BetweenQuestions, limit), plan.WaitsForLogOnly ? output.Found : exit)
                    .ConfigureAwait(false);
                limit.ThrowIfCancellationRequested();
            }
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (false, plan.AtLimit(output.Found.IsCompleted, http, health));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw engine.Unreachable(e);
        }
    }

    private async Task<bool> StopsAsync(string id, CancellationToken cancellationToken)
    {
        await engine
            .AskAsync(x =>
                x.Containers.StopContainerAsync(
                    id,
                    new ContainerStopParameters { WaitBeforeKillSeconds = SecondsToStop },
                    cancellationToken
                )
            )
            .ConfigureAwait(false);
        var state = await engine.AskAsync(x => x.Containers.InspectContainerAsync(id, cancellationToken)).ConfigureAwait(false);
        // 128 and the number of SIGKILL.
        return state.State.ExitCode != 137;
    }
}
