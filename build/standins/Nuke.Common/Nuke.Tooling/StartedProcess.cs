using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>Collects both streams line by line; when the time limit passes, waiting kills the process and says false.</summary>
internal sealed class StartedProcess : IProcess
{
    private readonly Process _process;
    private readonly Func<string, string> _filter;
    private readonly int? _timeout;
    private readonly ConcurrentQueue<Output> _output = new();

    public StartedProcess(Process process, int? timeout, Action<OutputType, string> logger, Func<string, string> filter)
    {
        _process = process;
        _timeout = timeout;
        _filter = filter;
        process.OutputDataReceived += (_, line) => Receive(OutputType.Std, line.Data, logger);
        process.ErrorDataReceived += (_, line) => Receive(OutputType.Err, line.Data, logger);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _filter(_process.StartInfo.Arguments);

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    public void Kill() => _process.Kill();

    public bool WaitForExit()
    {
        var exited = _process.WaitForExit(_timeout ?? -1);
        if (!exited)
            _process.Kill();
        return exited;
    }

    public void Dispose() => _process.Dispose();

    private void Receive(OutputType type, string line, Action<OutputType, string> logger)
    {
        if (line == null)
            return;
        var text = _filter(line);
        _output.Enqueue(new Output { Type = type, Text = text });
        logger?.Invoke(type, text);
    }
}
