namespace Nuke.DockerSlim.Comparing;

/// <summary>How alike two instructions are.</summary>
internal static class InstructionWords
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <summary>Whether they say the same; blanks do not count.</summary>
    public static bool Same(string one, string other) => one == other || Words(one).SequenceEqual(Words(other), StringComparer.Ordinal);

    /// <summary>The text without a difference in blanks.</summary>
    public static string Normal(string instruction) => string.Join(' ', Words(instruction));

    /// <summary>The instruction's name in capitals: <c>RUN</c>.</summary>
    public static string Keyword(string instruction) => Words(instruction).FirstOrDefault()?.ToUpperInvariant() ?? "";

    /// <summary>The part of the words that both have (Jaccard), from zero to one; zero where they are different instructions.</summary>
    public static double Likeness(string one, string other)
    {
        if (Keyword(one) != Keyword(other))
            return 0;
        var (left, right) = (Words(one).Skip(1).ToHashSet(StringComparer.Ordinal), Words(other).Skip(1).ToHashSet(StringComparer.Ordinal));
        var both = left.Count(right.Contains);
        var either = left.Count + right.Count - both;
        return either == 0 ? 1 : (double)both / either;
    }

    private static string[] Words(string text) => text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
