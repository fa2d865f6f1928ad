namespace Nuke.DockerSlim.Contexts;

/// <summary>What escapes and named classes stand for in Go's regular expressions: ASCII only.</summary>
internal static class GoClasses
{
    /// <summary>The characters of a class such as <c>\d</c>; null when the letter names none.</summary>
    /// <param name="letter">The letter behind the backslash.</param>
    public static CharacterSet? Perl(char letter) =>
        letter switch
        {
            'd' => CharacterSet.Of("09"),
            's' => CharacterSet.Of("\t\n\f\r  "),
            'w' => CharacterSet.Of("09AZaz__"),
            'D' or 'S' or 'W' => Perl(char.ToLowerInvariant(letter))!.Others(),
            _ => null,
        };

    /// <summary>The characters of a class such as <c>[:alpha:]</c>; null when there is none of that name.</summary>
    /// <param name="name">The name between the colons; a leading <c>^</c> negates it.</param>
    public static CharacterSet? Posix(string name) =>
        name switch
        {
            "alnum" => CharacterSet.Of("09AZaz"),
            "alpha" => CharacterSet.Of("AZaz"),
            "ascii" => CharacterSet.Of("\0\x7F"),
            "blank" => CharacterSet.Of("\t\t  "),
            "cntrl" => CharacterSet.Of("\0\x1F\x7F\x7F"),
            "digit" => CharacterSet.Of("09"),
            "graph" => CharacterSet.Of("!~"),
            "lower" => CharacterSet.Of("az"),
            "print" => CharacterSet.Of(" ~"),
            "punct" => CharacterSet.Of("!/:@[`{~"),
            "space" => CharacterSet.Of("\t\r  "),
            "upper" => CharacterSet.Of("AZ"),
            "word" => CharacterSet.Of("09AZaz__"),
            "xdigit" => CharacterSet.Of("09AFaf"),
            _ => name.StartsWith('^') ? Posix(name[1..])?.Others() : null,
        };

    /// <summary>The character that an escape stands for; null when Go refuses it, as it does most letters and all that is not ASCII.</summary>
    /// <param name="escaped">The character behind the backslash.</param>
    public static char? Character(char escaped) =>
        escaped switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => char.IsAscii(escaped) && !char.IsAsciiLetterOrDigit(escaped) ? escaped : null,
        };
}
