using System.Runtime.InteropServices;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// Turns the first Ctrl-C (or request to end) that comes while one of our targets runs into a cancelled token, lets the target take away what it
/// made, and only then lets the signal go on to Nuke's own handler and to its default, which ends the process. No target runs after it, whoever's
/// it is. At any other time a signal is none of ours; the second one ends the process as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Long enough for handlers behind ours to end the process, and for the targets that they assure after a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _settled = new();
    private readonly PosixSignalRegistration[] _signals;
    private bool _isOurs;
    private bool _isEnding;

    public Interruption() =>
        _signals = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];

    /// <summary>Cancelled by the first signal that comes while one of our targets runs.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>From here on a signal is ours.</summary>
    public void Begin()
    {
        lock (_gate)
            if (!_isEnding)
            {
                _isOurs = true;
                return;
            }
        // The signal came between two targets, and the process is about to end by it. What is started now nobody would stop.
        Thread.Sleep(Patience);
        Environment.Exit((int)SlimExitCode.Interrupted);
    }

    /// <summary>From here on a signal is not ours any more. Where one came meanwhile, this says so and does not return.</summary>
    /// <param name="conclude">Takes away what was made, and says so, before the process ends.</param>
    public async Task EndAsync(Func<Task> conclude)
    {
        lock (_gate)
        {
            _isOurs = false;
            if (!_isEnding)
                return;
        }
        try
        {
            await conclude().ConfigureAwait(false);
        }
        finally
        {
            _settled.Set();
            // Where the signal was ignored when the process was started its default is to go on.
            Thread.Sleep(Patience);
            Environment.Exit((int)SlimExitCode.Interrupted);
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
        _settled.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        lock (_gate)
        {
            if (_isEnding)
                return;
            _isEnding = true;
            if (!_isOurs)
                return;
        }
        // Handlers run one after the other, the youngest first: Nuke's own, which prints its summary, has its turn when this one returns.
        _source.Cancel();
        _settled.Wait();
        // Nuke does not listen for this one, and its default exit code is another.
        if (context.Signal == PosixSignal.SIGTERM)
            Environment.Exit((int)SlimExitCode.Interrupted);
    }
}
