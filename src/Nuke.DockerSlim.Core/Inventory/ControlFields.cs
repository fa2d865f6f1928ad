using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Reads paragraphs of <c>Name: value</c> lines, as Debian's control files and mail headers have them; what a following line that begins with a blank adds to a
/// value is passed over, because nothing wanted here goes on.
/// </summary>
internal static class ControlFields
{
    /// <summary>Each paragraph with those of the wanted fields that it has.</summary>
    /// <param name="content">The file.</param>
    /// <param name="wanted">The fields' names.</param>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Paragraphs(ReadOnlyMemory<byte> content, IReadOnlyList<string> wanted)
    {
        var names = wanted.Select(x => Encoding.ASCII.GetBytes(x + ":")).ToArray();
        var fields = new Dictionary<string, string>();
        while (!content.IsEmpty)
        {
            var line = NextLine(ref content);
            if (line.IsEmpty && fields.Count > 0)
            {
                yield return fields;
                fields = [];
            }
            for (var i = 0; i < names.Length; i++)
                if (line.Span.StartsWith(names[i]))
                    fields.TryAdd(wanted[i], Encoding.UTF8.GetString(line.Span[names[i].Length..]).Trim());
        }
        if (fields.Count > 0)
            yield return fields;
    }

    private static ReadOnlyMemory<byte> NextLine(ref ReadOnlyMemory<byte> content)
    {
        var end = content.Span.IndexOf((byte)'\n');
        var line = end < 0 ? content : content[..end];
        content = end < 0 ? default : content[(end + 1)..];
        return line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
    }
}
