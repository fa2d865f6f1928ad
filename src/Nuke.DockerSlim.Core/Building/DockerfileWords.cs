namespace Nuke.DockerSlim.Building;

/// <summary>The words of an instruction. Quotes hold a word together and stay in it.</summary>
internal static class DockerfileWords
{
    /// <summary>Splits at blanks outside of quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escape">The character that takes the next one's meaning.</param>
    public static IReadOnlyList<string> Split(string text, char escape = '\\')
    {
        var words = new List<string>();
        var (start, quote) = (-1, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (start >= 0)
                    words.Add(text[start..i]);
                start = -1;
                continue;
            }
            if (start < 0)
                start = i;
            if (c == escape && quote != '\'' && i + 1 < text.Length)
                i++;
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                quote = c;
        }
        if (start >= 0)
            words.Add(text[start..]);
        return words;
    }
}
