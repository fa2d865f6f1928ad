using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A build program while it runs.</summary>
internal sealed partial class RunningBuild : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    public RunningBuild(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private string Output
    {
        get
        {
            lock (_output)
                return Colours().Replace(_output.ToString(), "");
        }
    }

    /// <summary>Waits until a text was said.</summary>
    public Task UntilItSaysAsync(string text) => UntilAsync(() => Output.Contains(text, StringComparison.Ordinal), $"'{text}' was said");

    /// <summary>Waits until something is so; fails when the build ends before.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.False(_process.HasExited || waited.Elapsed > Limit, $"The build ended or lasted too long before {what}:\n{Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ctrl-C: the terminal interrupts the program and what it started.</summary>
    public void PressCtrlC() => Signal("INT", -_process.Id);

    /// <summary>Asks the program alone to end, as a pipeline that is cancelled does.</summary>
    public void Terminate() => Signal("TERM", _process.Id);

    /// <summary>Kills the program and what it started, all at once, so that nothing of it can clean up.</summary>
    public async Task KillAsync()
    {
        Signal("KILL", -_process.Id);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="longest">For how long; null is as long as a run of a small image may take.</param>
    public async Task<BuildRun> EndAsync(TimeSpan? longest = null)
    {
        using var limit = new CancellationTokenSource(longest ?? Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The build lasted too long:\n{Output}");
        }
        return new BuildRun(_process.ExitCode, Output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", ["-" + name, "--", $"{process}"]);
        kill.WaitForExit();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.Append(line).Append('\n');
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colours();
}
