using System.Diagnostics;

namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>What a command did. The two streams are also kept together, for the assertion that fails.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string Everything => $"exit code {ExitCode}\n{Output}\n{Error}";

    public static async Task<CommandRun> OfAsync(
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        string file,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new CommandRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public CommandRun MustSucceed()
    {
        Assert.True(ExitCode == 0, Everything);
        return this;
    }
}
