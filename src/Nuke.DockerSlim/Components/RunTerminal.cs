using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// The terminal of this process while a live view may have it: all that is written to the console goes through the view, Ctrl-C is shown, and what
/// is drawn over is taken away before a second one ends the process.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "There is one a process, for as long as it lives.")]
internal sealed class RunTerminal
{
    private static readonly Lock Gate = new();
    private static RunTerminal? _ofThisProcess;
    private readonly PosixSignalRegistration[] _signals;
    private bool _isInterrupted;

    private RunTerminal(LiveStyle style)
    {
        var encoding = Console.Out.Encoding;
        // A writer of our own: a drawing in one piece, where the console's would come in pieces of 256 characters. And below the console: on Unix its streams
        // lock Console.Out, which whoever writes to the console holds while it waits for the display.
        var stream = OperatingSystem.IsWindows()
            ? Console.OpenStandardOutput()
            : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        var writer = new StreamWriter(stream, encoding, 64 * 1024);
        Display = new LiveDisplay(writer, style, TimeProvider.System);
        Writer = new TerminalWriter(Display, encoding);
        Console.SetOut(Writer);
        if (!Console.IsErrorRedirected)
            Console.SetError(Writer);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Interrupt())];
        if (!OperatingSystem.IsWindows())
            _signals = [.. _signals, PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Display.Resume())];
    }

    /// <summary>Shows running builds.</summary>
    public LiveDisplay Display { get; }

    /// <summary>What the console is written to.</summary>
    public TextWriter Writer { get; }

    /// <summary>The terminal, taken over for as long as the process lives.</summary>
    /// <param name="style">How builds are shown, at the first call.</param>
    public static RunTerminal OfThisProcess(LiveStyle style)
    {
        lock (Gate)
            return _ofThisProcess ??= new RunTerminal(style);
    }

    // The first one is somebody else's to obey; at the second one the process ends.
    private void Interrupt()
    {
        if (_isInterrupted)
            Display.Abandon();
        _isInterrupted = true;
        Display.Stop();
    }
}
