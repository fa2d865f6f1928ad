using System.Text;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The words of a command as a person writes them in one text: blanks separate, quotes hold together, a backslash takes the next one's meaning.</summary>
internal static class CommandWords
{
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isIn, quote) = (false, '\0');
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (isIn)
                    words.Add(word.ToString());
                word.Clear();
                isIn = false;
                continue;
            }
            isIn = true;
            if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'' && quote == '\0')
                quote = c;
            else if (c == '\\' && quote != '\'' && i + 1 < command.Length && command[i + 1] is '"' or '\'' or '\\' or ' ')
                word.Append(command[++i]);
            else
                word.Append(c);
        }
        if (isIn)
            words.Add(word.ToString());
        return words;
    }
}
