namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>The words of an instruction. Quotes hold a word together and stay in it.</summary>
internal static class DockerfileWords
{
    /// <summary>Splits at blanks outside of quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escape">The character that takes the next one's meaning.</param>
    public static IReadOnlyList<string> Split(string text, char escape = '\\')
    {
        var words = new List<string>();
        for (var at = 0; Next(text, ref at, escape) is { } word; )
            words.Add(word);
        return words;
    }

    /// <summary>The next word; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look from; then the place behind the word.</param>
    /// <param name="escape">The character that takes the next one's meaning.</param>
    public static string? Next(string text, ref int at, char escape = '\\')
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length)
            return null;
        var (start, quote) = (at, '\0');
        for (; at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])); at++)
        {
            var c = text[at];
            if (c == escape && quote != '\'' && at + 1 < text.Length)
                at++;
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                quote = c;
        }
        return text[start..at];
    }

    /// <summary>A word without its quotes and escapes; in double quotes only they themselves, <c>$</c> and the escape can be escaped.</summary>
    /// <param name="word">The word.</param>
    /// <param name="escape">The character that takes the next one's meaning.</param>
    public static string Unquote(string word, char escape = '\\') => WordFilling.Fill(word, escape).Text;
}
