using System.Text;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Reads a <c>.dockerignore</c> into patterns, as BuildKit's Dockerfile frontend does; what it makes of one stands in the provenance as
/// <c>local.excludepatterns</c>. Rules: https://docs.docker.com/build/concepts/context/#dockerignore-files
/// </summary>
public static class IgnoreFile
{
    // The frontend reads lines through a buffer of this many bytes, and fails where one does not fit.
    private const int LongestLine = 64 * 1024;

    /// <summary>The patterns in order, each cleaned: relative, without a slash at its end; exceptions begin with <c>!</c>.</summary>
    /// <param name="content">The file's bytes; a byte order mark is overlooked.</param>
    /// <param name="name">The file, for messages.</param>
    /// <exception cref="InputException">A line is too long for BuildKit.</exception>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> content, string name)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        var patterns = new List<string>();
        var number = 0;
        foreach (var range in content.Split((byte)'\n'))
        {
            number++;
            var line = content[range];
            if (line.Length >= LongestLine)
                throw new InputException($"{name}, line {number}: BuildKit reads no line of {LongestLine} bytes or more; shorten it.");
            if (Pattern(Encoding.UTF8.GetString(line)) is { } pattern)
                patterns.Add(pattern);
        }
        return patterns;
    }

    // A comment begins at the line's very first character: " # x" is a pattern. What is trimmed may stand behind the "!", too.
    private static string? Pattern(string line)
    {
        if (line.StartsWith('#') || line.Trim() is not { Length: > 0 } text)
            return null;
        var isException = text[0] == '!';
        if (isException)
            text = text[1..].Trim();
        if (text.Length > 0)
            text = ContextPath.Clean(text);
        if (text.Length > 1 && text[0] == '/')
            text = text[1..];
        return isException ? "!" + text : text;
    }
}
