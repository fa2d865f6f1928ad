using System.Text;
using System.Text.Unicode;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// File names of an image as text and back, byte for byte. Names are bytes; those that are no UTF-8 become lone low surrogates U+DC80 to U+DCFF, one a
/// byte (the convention of Python's PEP 383).
/// </summary>
internal static class PathText
{
    private const char FirstEscape = '\udc00';

    /// <summary>The text of a name.</summary>
    /// <param name="name">The name's bytes.</param>
    public static string From(ReadOnlySpan<byte> name) => Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Escaped(name);

    /// <summary>The bytes of a name.</summary>
    /// <param name="text">What <see cref="From" /> gave.</param>
    public static byte[] ToBytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var written = 0;
        while (!text.IsEmpty)
        {
            if (text[0] is >= '\udc80' and <= '\udcff')
            {
                bytes[written++] = (byte)(text[0] - FirstEscape);
                text = text[1..];
                continue;
            }
            Rune.DecodeFromUtf16(text, out var rune, out var taken);
            written += rune.EncodeToUtf8(bytes.AsSpan(written));
            text = text[taken..];
        }
        return bytes[..written];
    }

    private static string Escaped(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder(name.Length);
        Span<char> units = stackalloc char[2];
        while (!name.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf8(name, out var rune, out var taken) == System.Buffers.OperationStatus.Done;
            if (isRune)
                text.Append(units[..rune.EncodeToUtf16(units)]);
            else
                foreach (var lost in name[..taken])
                    text.Append((char)(FirstEscape + lost));
            name = name[taken..];
        }
        return text.ToString();
    }
}
