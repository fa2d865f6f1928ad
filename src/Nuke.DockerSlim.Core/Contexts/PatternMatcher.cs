using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Contexts;

/// <summary>Makes the regular expression that a pattern over paths came to.</summary>
internal static class PatternMatcher
{
    // Backtracking over so many stars takes a square of a path's length at most.
    private const int MostStars = 2;

    /// <summary>
    /// The expression, ready to match. Without backtracking a pattern of a hundred stars takes no longer than others, but what makes that possible costs a
    /// tenth of a second at its first use, which nearly all patterns can do without.
    /// </summary>
    /// <param name="pattern">The pattern, for its stars.</param>
    /// <param name="expression">What it came to.</param>
    public static Regex Make(string pattern, string expression) =>
        new(expression, RegexOptions.CultureInvariant | (Stars(pattern) > MostStars ? RegexOptions.NonBacktracking : RegexOptions.None));

    // Two in a row are one repetition.
    private static int Stars(string pattern)
    {
        var count = 0;
        for (var at = 0; at < pattern.Length; at++)
            if (pattern[at] == '*')
            {
                count++;
                at += at + 1 < pattern.Length && pattern[at + 1] == '*' ? 1 : 0;
            }
        return count;
    }
}
