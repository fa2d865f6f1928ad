using System.Text;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Translates a regular expression from Go's notation (https://github.com/google/re2/wiki/Syntax) into .NET's: only what patterns can come to,
/// which is literals, escapes, classes, <c>.</c>, groups and repetition.
/// </summary>
internal sealed class GoExpression
{
    // A character beyond the first plane is one to Go and two to .NET.
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

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
        var members = new StringBuilder();
        var isFirst = true;
        while (isFirst || Peek() != ']')
        {
            isFirst = false;
            members.Append(Named() ?? Range());
        }
        _at++;
        // Within a name a negated class takes such a pair as the one character that it is.
        _result.Append(isNegated ? $@"(?:{Pair}|[^\uD800-\uDFFF{members}])" : $"[{members}]");
    }

    // [:alpha:], or an escape that is a class itself.
    private string? Named()
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

    private string Range()
    {
        var first = Member();
        if (Peek() != '-' || _at + 1 >= _source.Length || _source[_at + 1] == ']')
            return Literal(first);
        _at++;
        var last = Member();
        return first <= last ? $"{Literal(first)}-{Literal(last)}" : throw PathPattern.Malformed(_pattern);
    }

    private char Member()
    {
        var current = Peek();
        _at++;
        if (current == '\\')
            current = GoClasses.Character(Next()) ?? throw PathPattern.Malformed(_pattern);
        return char.IsSurrogate(current) ? throw PathPattern.Malformed(_pattern) : current;
    }

    private string Escape()
    {
        var escaped = Next();
        if (GoClasses.Perl(escaped) is { } members)
            return $"[{members}]";
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
