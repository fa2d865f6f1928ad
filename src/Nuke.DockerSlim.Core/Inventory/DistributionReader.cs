using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads what a system says of itself, <c>/etc/os-release</c> (os-release(5)): assignments as a shell has them.</summary>
internal static class DistributionReader
{
    private const int LongestText = 200;

    /// <summary>The distribution; nothing where the file names none.</summary>
    /// <param name="content">The file.</param>
    public static FileDetails Read(ReadOnlyMemory<byte> content)
    {
        var fields = new Dictionary<string, string>();
        foreach (var line in Encoding.UTF8.GetString(content.Span).Split('\n'))
            if (line.Split('=', 2) is [var name, var value])
                fields[name.Trim()] = Value(value.Trim());
        return fields.GetValueOrDefault("ID") is { Length: > 0 } id
            ? new FileDetails
            {
                Distribution = new Distribution(
                    id,
                    fields.GetValueOrDefault("VERSION_ID", ""),
                    fields.GetValueOrDefault("PRETTY_NAME", id)
                ),
            }
            : new FileDetails();
    }

    private static string Value(string text)
    {
        var value = text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
        return value.Length <= LongestText ? value : "";
    }
}
