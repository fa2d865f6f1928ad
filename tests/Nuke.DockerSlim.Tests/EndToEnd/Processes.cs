using System.Diagnostics;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Looks at the processes of the machine.</summary>
internal static class Processes
{
    /// <summary>The command lines that contain a text.</summary>
    public static IReadOnlyList<string> Naming(string text) =>
        [.. Directory.EnumerateDirectories("/proc").Select(CommandLine).Where(x => x.Contains(text, StringComparison.Ordinal))];

    /// <summary>Waits until no process's command line contains a text.</summary>
    public static async Task UntilNoneAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (Naming(text) is [var first, ..])
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"Still running: {first}");
            await Task.Delay(20);
        }
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No process, or one that has ended.
            return "";
        }
    }
}
