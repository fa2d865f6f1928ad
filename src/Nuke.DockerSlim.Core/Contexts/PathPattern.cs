using System.Text.RegularExpressions;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// One pattern over paths with the meaning that github.com/moby/patternmatcher gives it, its corners included: a pattern without wildcards
/// is a path, <c>x**</c> is a beginning, <c>**x</c> an end (of a name, too), all else a regular expression over the whole path.
/// </summary>
internal sealed class PathPattern
{
    private const string Wildcards = "*[]?^\\";

    private readonly Func<string, bool> _matches;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern, cleaned.</param>
    /// <exception cref="InputException">BuildKit refuses it.</exception>
    public PathPattern(string text)
    {
        IsException = text.StartsWith('!');
        Text = IsException ? text[1..] : text;
        if (Text.Length == 0)
            throw new InputException("The pattern '!' excepts nothing, and BuildKit refuses it; name a path behind it, or take it out.");
        if (!PatternSyntax.IsValid(Text))
            throw Malformed(Text);
        _matches = Matcher(Text);
    }

    /// <summary>Whether it takes back what earlier patterns matched.</summary>
    public bool IsException { get; }

    /// <summary>The pattern without the exclamation mark.</summary>
    public string Text { get; }

    /// <summary>The folder or file that everything it matches lies in; null where a wildcard stands before its end.</summary>
    public string? Prefix
    {
        get
        {
            var path = WithoutEnd(WithoutEnd(Text, "/**"), "/*");
            return path.AsSpan().ContainsAny(Wildcards) ? null : path;
        }
    }

    /// <summary>Whether it matches a path itself, its parents left aside.</summary>
    /// <param name="path">The path.</param>
    public bool Matches(string path) => _matches(path);

    /// <summary>The error for a pattern that BuildKit cannot read.</summary>
    /// <param name="pattern">The pattern.</param>
    public static InputException Malformed(string pattern) =>
        new($"The pattern '{pattern}' is malformed, and BuildKit refuses it; escape [ ] \\ with a backslash, or close the bracket.");

    private static string WithoutEnd(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;

    private static Func<string, bool> Matcher(string pattern)
    {
        var (kind, expression) = PatternExpression.Of(pattern);
        switch (kind)
        {
            case PatternKind.Path:
                return path => path == pattern;
            case PatternKind.Beginning:
                var beginning = pattern[..^2];
                return path => path.StartsWith(beginning, StringComparison.Ordinal);
            case PatternKind.End:
                var end = pattern[2..];
                var whole = end.StartsWith('/') ? end[1..] : end;
                return path => path.EndsWith(end, StringComparison.Ordinal) || (path == whole && end.Length > whole.Length);
            default:
                return PatternMatcher.Make(pattern, expression).IsMatch;
        }
    }
}
