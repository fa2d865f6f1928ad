namespace Nuke.Common.IO;

/// <summary>Knows <c>*</c>, <c>?</c> and <c>**</c>; a pattern with braces or brackets is refused rather than misread.</summary>
public static class Globbing
{
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, Directory.EnumerateFiles);

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, Directory.EnumerateDirectories);

    private static List<AbsolutePath> Glob(AbsolutePath directory, string[] patterns, Func<string, IEnumerable<string>> enumerate)
    {
        var found = new List<AbsolutePath>();
        foreach (var pattern in patterns)
        {
            Assert.True(pattern.IndexOfAny(['{', '[', '!']) < 0, $"Pattern '{pattern}' has characters that this stand-in does not know");
            if (Directory.Exists(directory))
                Collect(directory, pattern.Split('/', '\\'), enumerate, found);
        }

        return found.Distinct().ToList();
    }

    private static void Collect(
        string directory,
        ReadOnlySpan<string> segments,
        Func<string, IEnumerable<string>> enumerate,
        List<AbsolutePath> found
    )
    {
        var isLast = segments.Length == 1;
        if (segments[0] == "**")
        {
            Collect(directory, isLast ? ["*"] : segments[1..], enumerate, found);
            foreach (var child in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
                Collect(child, segments, enumerate, found);
            return;
        }

        var entries = isLast ? enumerate(directory) : Directory.EnumerateDirectories(directory);
        foreach (var entry in entries.Order(StringComparer.Ordinal))
        {
            if (!Matches(segments[0], Path.GetFileName(entry)))
                continue;
            if (isLast)
                found.Add(AbsolutePath.Create(entry));
            else
                Collect(entry, segments[1..], enumerate, found);
        }
    }

    private static bool Matches(string pattern, string name) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: !EnvironmentInfo.IsLinux);
}
