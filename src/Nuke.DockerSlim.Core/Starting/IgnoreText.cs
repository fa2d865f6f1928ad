namespace Nuke.DockerSlim.Starting;

/// <summary>The text of an ignore file with more in it.</summary>
internal static class IgnoreText
{
    private const string Heading = "# What builds and reports leave behind";

    /// <summary>Adds entries at the end, where no earlier exception lets them in again; what is there stays to the character.</summary>
    /// <param name="text">The file; empty where there is none.</param>
    /// <param name="entries">The folders, relative to the build context.</param>
    public static string Add(string text, IEnumerable<string> entries)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var between =
            text.Length == 0 ? ""
            : text.EndsWith('\n') ? end
            : end + end;
        return text + between + string.Concat(entries.Prepend(Heading).Select(x => x + end));
    }
}
