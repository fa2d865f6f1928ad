using System.Text;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// What an edit appends to a file: bytes that change nothing of what the file means, and that no earlier edit appended, whose builds the cache still
/// holds. A comment where the kind of file has one: compilers carry it further than a blank line, as they do real edits.
/// </summary>
public static class EditNote
{
    private const int Digits = 24;

    /// <summary>The text to append, ASCII.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="token">What makes the edit another than all before it.</param>
    public static string For(string path, uint token)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return CommentStyle.Of(name) is { } style ? $"\n{style.Begin}edited {token:x8}{style.End}\n" : Blank(token);
    }

    // Blank lines; which of them hold a space is the token in binary digits.
    private static string Blank(uint token)
    {
        var text = new StringBuilder("\n");
        for (var i = 0; i < Digits; i++)
            text.Append((token >> i & 1) == 1 ? " \n" : "\n");
        return text.ToString();
    }
}
