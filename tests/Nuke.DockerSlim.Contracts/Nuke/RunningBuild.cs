using System.Diagnostics;
using System.Text;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

/// <summary>Collects what a contract build says while it runs.</summary>
public sealed class RunningBuild : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

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

    public void WaitUntilItSays(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text))
        {
            Assert.False(_process.HasExited || waited.Elapsed > Limit, $"The build never said '{text}':\n{Output}");
            Thread.Sleep(20);
        }
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString()]);
        kill.WaitForExit();
    }

    public BuildResult Finish()
    {
        if (!_process.WaitForExit(Limit))
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"The build did not end:\n{Output}");
        }

        // Once more without a limit: only this waits for the last lines.
        _process.WaitForExit();
        return new BuildResult(_process.ExitCode, Output);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.Append(line).Append('\n');
    }
}
