using CliWrap;

namespace Nuke.DockerSlim.Contracts.CliWrap;

/// <summary>Real, small processes for the tests.</summary>
internal static class Shell
{
    /// <summary>Ends what hangs, so that a broken package fails a test instead of stopping the run.</summary>
    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static Command Script(string script) => Cli.Wrap("sh").WithArguments(["-c", script]);

    /// <summary>Whether a process still runs; one that is dead but not yet reaped does not.</summary>
    public static bool IsAlive(int processId)
    {
        var status = $"/proc/{processId}/stat";
        try
        {
            return File.ReadAllText(status).Split(") ")[^1][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static async Task<bool> EndsAsync(int processId)
    {
        while (IsAlive(processId))
            await Task.Delay(10, Patience);
        return true;
    }
}
