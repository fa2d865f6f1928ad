namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Looks at the processes of the machine.</summary>
internal static class Processes
{
    /// <summary>The command lines that contain a text.</summary>
    public static IReadOnlyList<string> Naming(string text) =>
        [.. Directory.EnumerateDirectories("/proc").Select(CommandLine).Where(x => x.Contains(text, StringComparison.Ordinal))];

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
