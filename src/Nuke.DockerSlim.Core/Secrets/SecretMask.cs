using System.Text;

namespace Nuke.DockerSlim.Secrets;

/// <summary>Puts stars in the place of secrets.</summary>
/// <param name="index">What gives them away.</param>
internal sealed class SecretMask(NeedleIndex index)
{
    private static ReadOnlySpan<byte> Stars => "***"u8;

    /// <summary>A text without secrets; the same where there are none.</summary>
    /// <param name="text">The text.</param>
    public string Apply(string text)
    {
        if (text.Length < Needle.Shortest)
            return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = new List<NeedleMatch>();
        index.Find(bytes, found);
        return found.Count == 0 ? text : Encoding.UTF8.GetString(Apply(bytes, found));
    }

    /// <summary>Bytes with stars in the place of what was found in them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="found">What was found.</param>
    public static byte[] Apply(ReadOnlySpan<byte> bytes, IReadOnlyList<NeedleMatch> found)
    {
        using var masked = new MemoryStream(bytes.Length);
        var at = 0;
        foreach (var match in found.OrderBy(x => x.Start).ThenByDescending(x => x.End))
        {
            if (match.Start >= at)
            {
                masked.Write(bytes[at..match.Start]);
                masked.Write(Stars);
            }
            at = Math.Max(at, match.End);
        }
        masked.Write(bytes[at..]);
        return masked.ToArray();
    }
}
