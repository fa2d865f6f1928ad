using System.Text;

namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>
/// Takes the quotes and escapes off a word and fills variables in, as BuildKit does (BuildKit, <c>frontend/dockerfile/shell</c>; Dockerfile
/// reference, "environment replacement"): <c>$NAME</c>, <c>${NAME}</c>, and with <c>-</c>, <c>+</c> or <c>?</c> behind the name, which take a word
/// of the same kind; with a colon before these an empty value is none.
/// </summary>
internal sealed class WordFilling
{
    // Nobody writes more, and a text that does must not exhaust the stack.
    private const int DeepestNesting = 50;

    private readonly string _word;
    private readonly char _escape;
    private readonly Func<string, FilledText?>? _values;
    private int _at;
    private int _depth;

    private WordFilling(string word, char escape, Func<string, FilledText?>? values) => (_word, _escape, _values) = (word, escape, values);

    /// <summary>The word filled in. What is not understood stays as it stands, and the text is not complete.</summary>
    /// <param name="word">The word.</param>
    /// <param name="escape">The character that takes the next one's meaning.</param>
    /// <param name="values">The value of a variable, null when it has none; none at all when variables are plain text.</param>
    public static FilledText Fill(string word, char escape, Func<string, FilledText?>? values = null) =>
        new WordFilling(word, escape, values).Until('\0');

    private FilledText Until(char end)
    {
        var text = new StringBuilder();
        var (isComplete, inQuotes) = (true, false);
        for (; _at < _word.Length && (inQuotes || _word[_at] != end); _at++)
        {
            var c = _word[_at];
            if (c == '"')
                inQuotes = !inQuotes;
            else if (c == '\'' && !inQuotes)
                text.Append(Plain());
            else if (c == _escape && _at + 1 < _word.Length && (!inQuotes || _word[_at + 1] == _escape || _word[_at + 1] is '"' or '$'))
                text.Append(_word[++_at]);
            else if (c == '$' && _values is not null && Variable() is { } filled)
            {
                text.Append(filled.Text);
                isComplete &= filled.IsComplete;
            }
            else
                text.Append(c);
        }
        return new FilledText(text.ToString(), isComplete);
    }

    // Between single quotes nothing has a meaning.
    private ReadOnlySpan<char> Plain()
    {
        var start = _at + 1;
        var end = _word.IndexOf('\'', start);
        _at = end < 0 ? _word.Length : end;
        return _word.AsSpan(start, _at - start);
    }

    /// <summary>A variable's value; null when the sign stands for itself.</summary>
    private FilledText? Variable()
    {
        var begin = _at;
        var inBraces = begin + 1 < _word.Length && _word[begin + 1] == '{';
        var start = begin + (inBraces ? 2 : 1);
        var end = start;
        while (end < _word.Length && (char.IsAsciiLetterOrDigit(_word[end]) || _word[end] == '_'))
            end++;
        if (end == start)
            return null;
        if (_depth == DeepestNesting)
            return new FilledText("$", false);
        var value = _values!(_word[start..end]);
        _at = inBraces ? end : end - 1;
        return inBraces ? InBraces(begin, value) : value ?? new FilledText("", false);
    }

    private FilledText InBraces(int begin, FilledText? value)
    {
        if (Is(':'))
        {
            value = value is { Text.Length: > 0 } ? value : null;
            _at++;
        }
        if (Is('}'))
            return value ?? new FilledText("", false);
        var sign = _at < _word.Length ? _word[_at++] : '\0';
        _depth++;
        var other = Until('}');
        _depth--;
        return sign switch
        {
            _ when !Is('}') => new FilledText(_word[begin..], false),
            '-' => value ?? other,
            '+' => value is null ? new FilledText("", true) : other,
            '?' => value ?? new FilledText("", false),
            _ => new FilledText(_word[begin..(_at + 1)], false),
        };
    }

    private bool Is(char c) => _at < _word.Length && _word[_at] == c;
}
