using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CliWrap.Internal;

/// <summary>The one place that owns an operating system process: start, streams, interrupt, kill, exit.</summary>
internal sealed class RunningProcess : IDisposable
{
    private const int Interruption = 2; // SIGINT

    private readonly Process _process;

    private RunningProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        Name = Path.GetFileName(process.StartInfo.FileName);
        StartTime = DateTimeOffset.Now;
    }

    public int Id { get; }

    public string Name { get; }

    public DateTimeOffset StartTime { get; }

    public int ExitCode => _process.ExitCode;

    // Redirection can be switched off through the start info; then there is nothing to pump.
    public Stream StandardInput => _process.StartInfo.RedirectStandardInput ? _process.StandardInput.BaseStream : Stream.Null;

    public Stream StandardOutput => _process.StartInfo.RedirectStandardOutput ? _process.StandardOutput.BaseStream : Stream.Null;

    public Stream StandardError => _process.StartInfo.RedirectStandardError ? _process.StandardError.BaseStream : Stream.Null;

    public static RunningProcess Start(ProcessStartInfo startInfo, Action<Process> configure)
    {
        var process = new Process { StartInfo = startInfo, EnableRaisingEvents = true };
        try
        {
            if (!process.Start())
                throw new InvalidOperationException($"Failed to start a process with file path '{startInfo.FileName}'.");
            configure(process);
            return new RunningProcess(process);
        }
        catch (Win32Exception ex)
        {
            process.Dispose();
            throw new Win32Exception(
                $"Failed to start a process with file path '{startInfo.FileName}'. "
                    + "The file or the working directory is missing, or the credentials or the resource policy are not allowed; "
                    + "the inner exception has the system's reason.",
                ex
            );
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception ex) when (ex is InvalidOperationException or Win32Exception or AggregateException && _process.HasExited)
        {
            // It ended while it was about to be killed.
            return;
        }
    }

    public void Interrupt()
    {
        // The number of an ended process may belong to another one by now.
        if (_process.HasExited)
            return;
        // The signal has no counterpart on Windows without a helper program; there the end is the forceful one.
        if (OperatingSystem.IsWindows() || SendSignal(Id, Interruption) != 0)
            Kill();
    }

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
