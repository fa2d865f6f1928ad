using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A build program on a terminal of its own, while it runs.</summary>
internal sealed partial class TerminalBuild : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly (int Columns, int Rows) _size;
    private readonly StringBuilder _written = new();
    private readonly Task _reading;

    public TerminalBuild(Process process, int columns, int rows)
    {
        (_process, _size) = (process, (columns, rows));
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>All that was written to the terminal.</summary>
    public string Written
    {
        get
        {
            lock (_written)
                return _written.ToString();
        }
    }

    /// <summary>What the terminal shows.</summary>
    public TestTerminal Terminal
    {
        get
        {
            var terminal = new TestTerminal(_size.Columns, _size.Rows);
            // What the runtime sets a terminal's keys to at its start.
            terminal.Write(Keypad().Replace(Written, ""));
            return terminal;
        }
    }

    public async Task UntilAsync(Func<string, bool> isSo, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!isSo(Written))
        {
            Assert.False(_process.HasExited || waited.Elapsed > Limit, $"The build ended or lasted too long before {what}:\n{Written}");
            await Task.Delay(50);
        }
    }

    /// <summary>Ctrl-C on the terminal's keyboard.</summary>
    public async Task PressCtrlCAsync()
    {
        await _process.StandardInput.WriteAsync('\x03');
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        await _reading.WaitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        using var reader = new StreamReader(_process.StandardOutput.BaseStream, Encoding.UTF8);
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
            lock (_written)
                _written.Append(buffer, 0, count);
    }

    [GeneratedRegex(@"\e\[\?1[hl]|\e[=>]")]
    private static partial Regex Keypad();
}
