using System.Buffers;

namespace Nuke.DockerSlim.Previewing;

/// <summary>A command as a person would type it into a POSIX shell, an option and its value never apart.</summary>
internal static class CommandText
{
    private const string Indent = "  ";
    private const string Continued = " \\";

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-"
    );

    /// <summary>The lines of a command; a word that is longer than a line has one of its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="width">Columns of a line.</param>
    public static IReadOnlyList<string> Lines(PreviewCommand command, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(command))
        {
            if (line.Length > 0 && line.Length + 1 + piece.Length + Continued.Length > width)
            {
                lines.Add(line + Continued);
                line = Indent + piece;
            }
            else
                line = line.Length == 0 ? piece : $"{line} {piece}";
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>A word with quotes where the shell needs them.</summary>
    /// <param name="word">The word.</param>
    public static string Quote(string word) =>
        word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Plain) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Pieces(PreviewCommand command)
    {
        foreach (var (name, value) in command.Variables)
            yield return $"{name}={Quote(value ?? "")}";
        yield return PreviewCommand.Program;
        var words = command.Arguments.Select(Quote).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            var takesValue =
                command.Arguments[i].StartsWith("--", StringComparison.Ordinal)
                && !command.Arguments[i].Contains('=', StringComparison.Ordinal)
                && i + 1 < words.Length
                && !command.Arguments[i + 1].StartsWith("--", StringComparison.Ordinal)
                && !PreviewCommand.Switches.Contains(command.Arguments[i]);
            yield return takesValue ? $"{words[i]} {words[++i]}" : words[i];
        }
    }
}
