using System.Text;
using System.Text.Unicode;

namespace Nuke.DockerSlim.Secrets;

/// <summary>
/// The parts of a secret that a runner is to mask, which masks line by line: all of a value of one line; of more lines, the tokens among them and the
/// lines of keys. What lies in such a file rightly, an address or a name, would make logs unreadable.
/// </summary>
internal static class MaskedParts
{
    private const int ShortestLine = 16;

    /// <summary>The parts; none of a value that is too short to be told from chance, or that is no text.</summary>
    /// <param name="secret">The secret.</param>
    public static IEnumerable<string> Of(SecretValue secret)
    {
        var value = secret.Value.ToArray();
        if (!secret.IsSearchable || !Utf8.IsValid(value))
            return [];
        var text = Encoding.UTF8.GetString(value);
        if (!text.Contains('\n'))
            return [text];
        var parts = SecretParts.Of(value);
        var body = string.Concat(parts.Where(x => x.IsBody).Select(x => Encoding.UTF8.GetString(x.Bytes)));
        return parts
            .Where(x => !x.IsBody && x.Bytes.Length >= Needle.Shortest)
            .Select(x => Encoding.UTF8.GetString(x.Bytes))
            .Concat(
                text.Split('\n').Select(x => x.Trim()).Where(x => x.Length >= ShortestLine && body.Contains(x, StringComparison.Ordinal))
            );
    }
}
