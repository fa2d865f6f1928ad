using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// A pattern as COPY and ADD read it in their sources, which is Go's <c>filepath.Match</c>: stars stay within a name, and nothing below a match
/// is matched with it.
/// </summary>
internal sealed class PathGlob
{
    private static readonly string AnyOfName = new CharacterSet().Add('/', '/').Others().ToExpression();

    private readonly Regex? _expression;

    /// <summary>Reads a pattern; one that is malformed matches nothing, and no build with it comes to an end.</summary>
    /// <param name="pattern">The pattern.</param>
    public PathGlob(string pattern) =>
        _expression = PatternSyntax.IsValid(pattern) ? PatternMatcher.Make(pattern, Expression(pattern)) : null;

    /// <summary>Whether it matches a path as a whole.</summary>
    /// <param name="path">The path.</param>
    public bool Matches(string path) => _expression?.IsMatch(path) ?? false;

    /// <summary>Whether a path holds wildcards at all; else it is taken as it is.</summary>
    /// <param name="path">The path.</param>
    public static bool HasWildcards(string path)
    {
        for (var at = 0; at < path.Length; at++)
            if (path[at] == '\\')
                at++;
            else if (path[at] is '*' or '?' or '[')
                return true;
        return false;
    }

    private static string Expression(string pattern)
    {
        var expression = new StringBuilder(@"\A");
        for (var at = 0; at < pattern.Length; at++)
            expression.Append(
                pattern[at] switch
                {
                    '*' => AnyOfName + "*",
                    '?' => AnyOfName,
                    '[' => Class(pattern, ref at),
                    '\\' => Regex.Escape($"{pattern[++at]}"),
                    var other => Regex.Escape($"{other}"),
                }
            );
        return expression.Append(@"\z").ToString();
    }

    private static string Class(string pattern, ref int at)
    {
        var isNegated = pattern[at + 1] == '^';
        at += isNegated ? 2 : 1;
        var members = new CharacterSet();
        while (pattern[at] != ']')
        {
            var first = Member(pattern, ref at);
            var last = first;
            if (pattern[at] == '-')
            {
                at++;
                last = Member(pattern, ref at);
            }
            if (first <= last)
                members.Add(first, last);
        }
        return (isNegated ? members.Others() : members).ToExpression();
    }

    private static int Member(string pattern, ref int at)
    {
        if (pattern[at] == '\\')
            at++;
        if (at + 1 >= pattern.Length || !char.IsSurrogatePair(pattern[at], pattern[at + 1]))
            return pattern[at++];
        at += 2;
        return char.ConvertToUtf32(pattern[at - 2], pattern[at - 1]);
    }
}
