using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>How a layer is compressed, told by its first bytes, as engines do: media types are often wrong.</summary>
internal enum LayerCompression
{
    None,
    GZip,
    Zstandard,
}

/// <summary>Tells compressions apart.</summary>
internal static class LayerCompressions
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int HeadLength = 10;

    private static ReadOnlySpan<byte> GZip => [0x1f, 0x8b];

    private static ReadOnlySpan<byte> Zstandard => [0x28, 0xb5, 0x2f, 0xfd];

    private static ReadOnlySpan<byte> Xz => [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];

    private static ReadOnlySpan<byte> BZip2Block => [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];

    /// <summary>The compression of a blob.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="head">Its first bytes.</param>
    /// <exception cref="InputException">One that cannot be unpacked here.</exception>
    public static LayerCompression Of(string blob, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Xz))
            throw Refused(blob, "xz");
        if (head.StartsWith("BZh"u8) && head[4..].StartsWith(BZip2Block))
            throw Refused(blob, "bzip2");
        return head.StartsWith(GZip) ? LayerCompression.GZip
            : head.StartsWith(Zstandard) ? LayerCompression.Zstandard
            : LayerCompression.None;
    }

    private static InputException Refused(string blob, string compression) =>
        new(
            $"The layer {blob} is compressed with {compression}, which this version cannot unpack to measure it; build the image with --output compression=gzip."
        );
}
