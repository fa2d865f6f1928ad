using System.Text;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Commands;

/// <summary>
/// Takes a shell text apart into simple commands: enough to see which programs a RUN starts with which arguments. Substitutions stay text,
/// quotes and escapes are taken off, control words are skipped.
/// </summary>
internal static class ShellScript
{
    private static readonly HashSet<string> Skipped =
    [
        "sudo",
        "env",
        "exec",
        "time",
        "command",
        "nice",
        "then",
        "else",
        "elif",
        "if",
        "do",
        "while",
        "until",
        "!",
        "{",
        "}",
        "(",
        ")",
        "fi",
        "done",
    ];

    private static readonly HashSet<string> Control =
    [
        "if",
        "then",
        "else",
        "elif",
        "fi",
        "for",
        "while",
        "until",
        "do",
        "done",
        "case",
        "esac",
        "{",
        "}",
        "!",
    ];

    /// <summary>A command's words and where it begins in the text.</summary>
    internal readonly record struct Piece(IReadOnlyList<string> Words, int Offset);

    /// <summary>The simple commands of a RUN, here-documents included.</summary>
    /// <param name="run">The RUN; in its shell form or as a JSON list.</param>
    public static IReadOnlyList<ShellCommand> Commands(DockerfileInstruction run)
    {
        if (run.Keyword != "RUN")
            return [];
        if (ExecForm.Read(run.Arguments) is { } words)
            return words is [var shell, "-c", var script, ..] && shell.EndsWith("sh", StringComparison.Ordinal)
                ? [.. Read(script).Select(x => Command(x.Words, run.FirstLine))]
                : [Command(words, run.FirstLine)];
        var commands = Read(run.Arguments).Select(x => Command(x.Words, run.LineAt(x.Offset)));
        // "RUN <<EOF" is a script; behind a program ("RUN python3 <<EOF") the text is that program's input.
        if (run.Arguments.StartsWith("<<", StringComparison.Ordinal))
            commands = run
                .Heredocs.Where(x =>
                    !x.Text.StartsWith("#!", StringComparison.Ordinal) || x.Text.Split('\n')[0].EndsWith("sh", StringComparison.Ordinal)
                )
                .SelectMany(x => Read(x.Text).Select(y => Command(y.Words, x.FirstLine + x.Text.AsSpan(0, y.Offset).Count('\n'))));
        return [.. commands.Where(x => x.Words.Count > 0)];
    }

    /// <summary>
    /// The commands of a RUN that runs them one after another and does nothing else; none where that is not sure, because of a here-document or a
    /// control structure.
    /// </summary>
    /// <param name="run">The RUN.</param>
    public static IReadOnlyList<ShellCommand> Sequence(DockerfileInstruction run)
    {
        if (run.Heredocs.Count > 0)
            return [];
        if (ExecForm.Read(run.Arguments) is { } words)
            return [.. new[] { Command(words, run.FirstLine) }.Where(x => x.Words.Count > 0)];
        var pieces = Read(run.Arguments);
        return pieces.Any(x => Control.Contains(x.Words[0]) || run.Arguments.AsSpan(0, x.Offset).TrimEnd().EndsWith("("))
            ? []
            : [.. pieces.Select(x => Command(x.Words, run.LineAt(x.Offset))).Where(x => x.Words.Count > 0)];
    }

    /// <summary>Splits a text into commands at separators outside quotes.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<Piece> Read(string text)
    {
        var pieces = new List<Piece>();
        var words = new List<string>();
        var word = new StringBuilder();
        var (inWord, start) = (false, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '#' && !inWord)
            {
                while (i + 1 < text.Length && text[i + 1] != '\n')
                    i++;
                continue;
            }
            if (c is ' ' or '\t' or '\r')
            {
                EndWord();
                continue;
            }
            if (c is ';' or '&' or '|' or '\n' or '(' or ')')
            {
                // "2>&1" and ">|" are redirections.
                if (c is '&' or '|' && inWord && word.Length > 0 && word[^1] == '>')
                {
                    word.Append(c);
                    continue;
                }
                EndCommand();
                continue;
            }
            if (!inWord)
            {
                inWord = true;
                start = words.Count == 0 ? i : start;
            }
            if (c == '\\' && i + 1 < text.Length)
            {
                if (text[++i] != '\n')
                    word.Append(text[i]);
            }
            else if (c is '\'' or '"')
                i = Quoted(text, i, word);
            else if (c == '$' && i + 1 < text.Length && text[i + 1] is '(' or '{')
                i = Substitution(text, i, word);
            else
                word.Append(c);
        }
        EndCommand();
        return pieces;

        void EndWord()
        {
            if (inWord)
                words.Add(word.ToString());
            word.Clear();
            inWord = false;
        }

        void EndCommand()
        {
            EndWord();
            if (words.Count > 0)
                pieces.Add(new Piece([.. words], start));
            words.Clear();
        }
    }

    private static int Quoted(string text, int i, StringBuilder word)
    {
        var quote = text[i++];
        for (; i < text.Length && text[i] != quote; i++)
        {
            if (quote == '"' && text[i] == '\\' && i + 1 < text.Length)
                i++;
            word.Append(text[i]);
        }
        return i;
    }

    private static int Substitution(string text, int i, StringBuilder word)
    {
        var (open, close) = text[i + 1] == '(' ? ('(', ')') : ('{', '}');
        var depth = 0;
        for (; i < text.Length; i++)
        {
            word.Append(text[i]);
            depth +=
                text[i] == open ? 1
                : text[i] == close ? -1
                : 0;
            if (depth == 0 && text[i] == close)
                break;
        }
        return i;
    }

    private static ShellCommand Command(IReadOnlyList<string> words, int line)
    {
        var assignments = new List<string>();
        var first = 0;
        for (; first < words.Count; first++)
        {
            if (IsAssignment(words[first]))
                assignments.Add(words[first]);
            else if (!Skipped.Contains(words[first]))
                break;
        }
        return new ShellCommand([.. words.Skip(first)], assignments, line);
    }

    private static bool IsAssignment(string word) =>
        word.IndexOf('=') is > 0 and var at
        && (char.IsLetter(word[0]) || word[0] == '_')
        && word.AsSpan(0, at).IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );
}
