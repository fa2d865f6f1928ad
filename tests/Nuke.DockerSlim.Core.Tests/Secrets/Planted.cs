using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Tests.Secrets;

/// <summary>Writes values in the forms that leaks have, by other means than the search does.</summary>
internal static class Planted
{
    /// <summary>A value in a form, among other bytes of that form.</summary>
    public static byte[] Write(byte[] value, SecretEncoding encoding, Random random)
    {
        var text = Encoding.UTF8.GetString(value);
        return encoding switch
        {
            SecretEncoding.Raw => value,
            SecretEncoding.Base64 => Encoding.ASCII.GetBytes(Wrap(Convert.ToBase64String(Among(value, random)), random)),
            SecretEncoding.Base64Url => Encoding.ASCII.GetBytes(
                Convert.ToBase64String(Among(value, random)).Replace('+', '-').Replace('/', '_').TrimEnd('=')
            ),
            SecretEncoding.UrlEscaped => Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)),
            SecretEncoding.JsonEscaped => JsonSerializer.SerializeToUtf8Bytes(text),
            SecretEncoding.Hex => Encoding.ASCII.GetBytes(
                Wrap(random.Next(2) == 0 ? Convert.ToHexString(value) : Convert.ToHexStringLower(value), random)
            ),
            _ => Encoding.Unicode.GetBytes(text),
        };
    }

    /// <summary>As base64, openssl and xxd break lines, or not at all.</summary>
    private static string Wrap(string text, Random random)
    {
        var width = random.Next(5) switch
        {
            0 => 60,
            1 => 64,
            2 => 76,
            _ => text.Length,
        };
        var end = random.Next(4) switch
        {
            0 => "\r\n",
            1 => "\n    ",
            2 => "\\n",
            _ => "\n",
        };
        return string.Join(end, text.Chunk(Math.Max(1, width)).Select(x => new string(x)));
    }

    private static byte[] Among(byte[] value, Random random)
    {
        var (before, after) = (new byte[random.Next(70)], new byte[random.Next(70)]);
        random.NextBytes(before);
        random.NextBytes(after);
        return [.. before, .. value, .. after];
    }
}
