using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// Goes through a run's images, one after the other or several at the same time, so that Ctrl-C ends it at any time and one that fails does not hide the others.
/// </summary>
/// <param name="failures">Where failures are kept.</param>
[SuppressMessage("Design", "CA1001", Justification = "Listens for Ctrl-C as long as the process lives.")]
internal sealed class ImageTurns(RunFailures failures)
{
    private readonly Interruption _interruption = new();
    private readonly ConcurrentDictionary<string, bool> _working = [];
    private string _interrupted = "Interrupted; nothing was left running.";

    /// <summary>Prepares a run.</summary>
    /// <param name="build">The build.</param>
    public async Task<RunSetup> PrepareAsync(IHazImages build)
    {
        RunSetup? setup = null;
        await OnceAsync(
                async token => setup = await RunPreparation.PrepareAsync(build, token).ConfigureAwait(false),
                "Interrupted before anything was built."
            )
            .ConfigureAwait(false);
        return setup!;
    }

    /// <summary>Does one thing with each image that no failure keeps from going on, and fails once at the end.</summary>
    /// <param name="setup">The run.</param>
    /// <param name="act">What to do.</param>
    /// <param name="together">How many at the same time.</param>
    /// <param name="withFailed">Whether those are taken, too, that a failure keeps from going on.</param>
    public async Task EachAsync(RunSetup setup, Func<ImageWork, CancellationToken, Task> act, int together, bool withFailed)
    {
        _interruption.Begin();
        try
        {
            ImageWork[] works = [.. setup.Works.Where(x => withFailed || !failures.IsOut(x))];
            await EachAsync(works, act, together).ConfigureAwait(false);
        }
        finally
        {
            await _interruption.EndAsync(() => ConcludeInterruptedAsync(setup)).ConfigureAwait(false);
        }
    }

    /// <summary>Does something that is about no single image.</summary>
    /// <param name="act">What to do.</param>
    /// <param name="interrupted">Said when Ctrl-C ends it.</param>
    public async Task OnceAsync(Func<CancellationToken, Task> act, string interrupted)
    {
        _interruption.Begin();
        try
        {
            await act(_interruption.Token).ConfigureAwait(false);
        }
        catch (DockerSlimException e)
        {
            throw failures.Failed(e);
        }
        finally
        {
            await _interruption.EndAsync(() => Console.Out.WriteLineAsync(interrupted)).ConfigureAwait(false);
        }
    }

    private async Task EachAsync(ImageWork[] works, Func<ImageWork, CancellationToken, Task> act, int together)
    {
        var failed = new ConcurrentDictionary<ImageWork, DockerSlimException>();
        using var places = new SemaphoreSlim(together);
        await Task.WhenAll(works.Select(InPlaceAsync)).ConfigureAwait(false);
        // In the images' order, whichever failed first.
        if (works.Select(x => failed.GetValueOrDefault(x)).OfType<DockerSlimException>().ToArray() is { Length: > 0 } all)
            throw failures.Failed(all);

        async Task InPlaceAsync(ImageWork work)
        {
            await places.WaitAsync(_interruption.Token).ConfigureAwait(false);
            try
            {
                if (await OneAsync(work, act).ConfigureAwait(false) is not { } failure)
                    return;
                failures.Record(work, failure);
                failed[work] = failure;
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>Does one thing with one image.</summary>
    /// <returns>Why it failed; null when it did not.</returns>
    private async Task<DockerSlimException?> OneAsync(ImageWork work, Func<ImageWork, CancellationToken, Task> act)
    {
        var name = work.Target.Definition.Name;
        _working[name] = true;
        try
        {
            _interruption.Token.ThrowIfCancellationRequested();
            await act(work, _interruption.Token).ConfigureAwait(false);
            RunConclusion.Write(work, failures.Of(work));
            _working.TryRemove(name, out _);
            return null;
        }
        catch (OperationCanceledException) when (_interruption.Token.IsCancellationRequested)
        {
            _interrupted = $"Interrupted while working on {string.Join(", ", _working.Keys.Order())}; nothing was left running.";
            throw;
        }
        catch (OperationCanceledException e)
        {
            _working.TryRemove(name, out _);
            return new EngineException("The engine did not answer in time; check that it still runs (docker version).", e);
        }
        catch (DockerSlimException e)
        {
            _working.TryRemove(name, out _);
            return e;
        }
    }

    private async Task ConcludeInterruptedAsync(RunSetup setup)
    {
        foreach (var work in setup.Works)
            await setup.Platforms.UndoAsync(work).ConfigureAwait(false);
        setup.Console.Say(_interrupted);
    }
}
