using System.Text;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Turns a pattern into the regular expression that moby/patternmatcher turns it into, in Go's notation first: what a wildcard within brackets
/// or an escaped letter comes to follows from that notation, not from any rule about patterns.
/// </summary>
internal static class PatternExpression
{
    private const string AnyOfName = "[^/]";

    /// <summary>How the pattern is to be held against paths; the expression, in .NET's notation, counts for that kind only.</summary>
    /// <param name="pattern">The pattern, well formed.</param>
    public static (PatternKind Kind, string Expression) Of(string pattern)
    {
        var (kind, expression) = Go(pattern);
        return (kind, kind == PatternKind.Expression ? GoExpression.Translate(expression, pattern) : "");
    }

    private static (PatternKind Kind, string Expression) Go(string pattern)
    {
        var kind = PatternKind.Path;
        var expression = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var current = pattern[at];
            if (pattern.AsSpan(at).StartsWith("**"))
            {
                var isFirst = at == 0;
                at += pattern.AsSpan(at).StartsWith("**/") ? 2 : 1;
                kind = Stars(expression, kind, isFirst, isLast: at == pattern.Length - 1);
                continue;
            }
            expression.Append(
                current switch
                {
                    '*' => AnyOfName + "*",
                    '?' => AnyOfName,
                    '\\' => $"\\{pattern[++at]}",
                    '.' or '+' or '(' or ')' or '|' or '{' or '}' or '$' => $"\\{current}",
                    _ => current.ToString(),
                }
            );
            if (current is '*' or '?' or '\\' or '[' or ']')
                kind = PatternKind.Expression;
        }
        return (kind, expression.ToString());
    }

    // Behind the last ** anything may follow; before something else it stands for any number of folders, none included.
    private static PatternKind Stars(StringBuilder expression, PatternKind before, bool isFirst, bool isLast)
    {
        if (isLast && before == PatternKind.Path)
            return isFirst ? PatternKind.End : PatternKind.Beginning;
        expression.Append(isLast ? ".*" : "(.*/)?");
        return isFirst ? PatternKind.End : PatternKind.Expression;
    }
}
