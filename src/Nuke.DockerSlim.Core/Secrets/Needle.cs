namespace Nuke.DockerSlim.Secrets;

/// <summary>One sequence of bytes that gives a secret away.</summary>
/// <param name="Secret">The number of the secret.</param>
/// <param name="Encoding">The form that it is in.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="Wraps">Whether line breaks may stand between any two of them: texts in base64 and in hexadecimal digits are broken at any place.</param>
internal sealed record Needle(int Secret, SecretEncoding Encoding, byte[] Bytes, bool Wraps)
{
    /// <summary>Fewer bytes are met by chance, or stand for words that everybody uses.</summary>
    public const int Shortest = 8;

    /// <summary>Bytes that it may take up at most, line breaks and indents included.</summary>
    public int LongestSpan => Wraps ? (2 * Bytes.Length) + 128 : Bytes.Length;
}
