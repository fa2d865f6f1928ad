using System.Runtime.InteropServices;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// Turns the first Ctrl-C (or request to end) into a cancelled token, so that builds are interrupted and what they left is taken away.
/// The second one ends the process as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        _source.Cancel();
        // Handlers run one after the other, the youngest first. Nuke's own would print its summary and end the process while this run still takes
        // away what it made; it never gets its turn. The process ends by itself once the running target has thrown.
        Thread.Sleep(Timeout.Infinite);
    }
}
