namespace Nuke.DockerSlim.Contexts;

/// <summary>What escapes and named classes stand for in Go's regular expressions: ASCII only. Written as members of a .NET class.</summary>
internal static class GoClasses
{
    /// <summary>The members of a class such as <c>\d</c>; null when the letter names none.</summary>
    /// <param name="letter">The letter behind the backslash.</param>
    public static string? Perl(char letter) =>
        letter switch
        {
            'd' => "0-9",
            'D' => @"\u0000-/:-\uFFFF",
            's' => @"\t\n\f\r ",
            'S' => @"\u0000-\u0008\u000B\u000E-\u001F!-\uFFFF",
            'w' => "0-9A-Za-z_",
            'W' => @"\u0000-/:-@\u005B-\u005E`{-\uFFFF",
            _ => null,
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

    /// <summary>The members of a class such as <c>[:alpha:]</c>, also of one negated by <c>^</c> where patterns may need it; null when there is none.</summary>
    /// <param name="name">The name between the colons.</param>
    public static string? Posix(string name) =>
        name switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "ascii" => @"\u0000-\u007F",
            "blank" => @"\t ",
            "cntrl" => @"\u0000-\u001F\u007F",
            "digit" => "0-9",
            "graph" => "!-~",
            "lower" => "a-z",
            "print" => " -~",
            "punct" => @"!-/:-@\u005B-`{-~",
            "space" => @"\t\n\v\f\r ",
            "upper" => "A-Z",
            "word" => "0-9A-Za-z_",
            "xdigit" => "0-9A-Fa-f",
            _ => null,
        };
}
