using System.Text;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Translates a regular expression from Go's notation (https://github.com/google/re2/wiki/Syntax) into .NET's: only what patterns can come to,
/// which is literals, escapes, classes, <c>.</c>, groups and repetition.
/// </summary>
internal sealed class GoExpression
{
    private readonly string _source;
    private readonly string _pattern;
    private readonly StringBuilder _result = new(@"\A(?:");
    private int _at;

    private GoExpression(string source, string pattern) => (_source, _pattern) = (source, pattern);

    /// <summary>The expression, anchored at both ends.</summary>
    /// <param name="expression">In Go's notation, without anchors.</param>
    /// <param name="pattern">The pattern it comes from, for messages.</param>
    /// <exception cref="Errors.InputException">Go refuses it.</exception>
    public static string Translate(string expression, string pattern) => new GoExpression(expression, pattern).Translate();

    private string Translate()
    {
        while (_at < _source.Length)
        {
            var current = _source[_at++];
            if (current == '\\')
                _result.Append(Escape());
            else if (current == '[')
                Class();
            else if (current is '(' or ')' or '*' or '?' or '.' or '^')
                _result.Append(current);
            else
                _result.Append(Literal(current));
        }
        return _result.Append(@")\z").ToString();
    }

    private void Class()
    {
        var isNegated = Take('^');
        var members = new CharacterSet();
        var isFirst = true;
        while (isFirst || Peek() != ']')
        {
            isFirst = false;
            if (Named() is { } named)
                members.Add(named);
            else
                Range(members);
        }
        _at++;
        _result.Append((isNegated ? members.Others() : members).ToExpression());
    }

    // [:alpha:], or an escape that is a class itself.
    private CharacterSet? Named()
    {
        if (_source.AsSpan(_at).StartsWith("[:") && _source.IndexOf(":]", _at + 2, StringComparison.Ordinal) is >= 0 and var end)
        {
            var name = _source[(_at + 2)..end];
            _at = end + 2;
            return GoClasses.Posix(name) ?? throw PathPattern.Malformed(_pattern);
        }
        if (Peek() != '\\' || _at + 1 >= _source.Length || GoClasses.Perl(_source[_at + 1]) is not { } members)
            return null;
        _at += 2;
        return members;
    }

    private void Range(CharacterSet members)
    {
        var first = Member();
        var last = first;
        if (Peek() == '-' && _at + 1 < _source.Length && _source[_at + 1] != ']')
        {
            _at++;
            last = Member();
        }
        if (first > last)
            throw PathPattern.Malformed(_pattern);
        members.Add(first, last);
    }

    private int Member()
    {
        var current = Next();
        if (current == '\\')
            return GoClasses.Character(Next()) ?? throw PathPattern.Malformed(_pattern);
        return char.IsHighSurrogate(current) ? char.ConvertToUtf32(current, Next()) : current;
    }

    private string Escape()
    {
        var escaped = Next();
        if (GoClasses.Perl(escaped) is { } members)
            return members.ToExpression();
        if (escaped is 'A' or 'b' or 'B' or 'z')
            return $"\\{escaped}";
        return GoClasses.Character(escaped) is { } character ? Literal(character) : throw PathPattern.Malformed(_pattern);
    }

    private char Peek() => _at < _source.Length ? _source[_at] : throw PathPattern.Malformed(_pattern);

    private char Next()
    {
        var current = Peek();
        _at++;
        return current;
    }

    private bool Take(char expected)
    {
        if (Peek() != expected)
            return false;
        _at++;
        return true;
    }

    private static string Literal(char character) => char.IsAsciiLetterOrDigit(character) ? $"{character}" : $@"\u{(int)character:X4}";
}
