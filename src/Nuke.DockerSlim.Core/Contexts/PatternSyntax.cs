namespace Nuke.DockerSlim.Contexts;

/// <summary>Whether a pattern is well formed; BuildKit refuses a build with one that is not. The rules are those of Go's <c>filepath.Match</c>.</summary>
internal static class PatternSyntax
{
    /// <summary>Whether it is: every <c>[</c> is closed around at least one character, and every backslash has one to escape.</summary>
    /// <param name="pattern">The pattern.</param>
    public static bool IsValid(string pattern)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var current = pattern[at++];
            if (current == '\\' && at++ >= pattern.Length)
                return false;
            if (current == '[' && !SkipClass(pattern, ref at))
                return false;
        }
        return true;
    }

    private static bool SkipClass(string pattern, ref int at)
    {
        if (at < pattern.Length && pattern[at] == '^')
            at++;
        for (var ranges = 0; at < pattern.Length; ranges++)
        {
            if (pattern[at] == ']' && ranges > 0)
            {
                at++;
                return true;
            }
            if (!SkipCharacter(pattern, ref at))
                return false;
            if (pattern[at] != '-')
                continue;
            at++;
            if (!SkipCharacter(pattern, ref at))
                return false;
        }
        return false;
    }

    // One character of a class; something has to follow it, if only the closing bracket.
    private static bool SkipCharacter(string pattern, ref int at)
    {
        if (at >= pattern.Length || pattern[at] is '-' or ']')
            return false;
        if (pattern[at] == '\\')
            at++;
        at += at + 1 < pattern.Length && char.IsSurrogatePair(pattern[at], pattern[at + 1]) ? 2 : 1;
        return at < pattern.Length;
    }
}
