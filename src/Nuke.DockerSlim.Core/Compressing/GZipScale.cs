using System.IO.Compression;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// What a part of a layer comes to under gzip. The engine compresses with Go's gzip at its default level when it pushes. The base library's zlib-ng compresses
/// more at the same level; its level 4 comes nearest (docs/measuring.md).
/// </summary>
internal static class GZipScale
{
    /// <summary>How far back deflate's matches reach.</summary>
    public const int Reach = 1 << 15;

    /// <summary>Bytes of header and trailer.</summary>
    public const int Frame = 18;

    private static readonly ZLibCompressionOptions LikeGo = new() { CompressionLevel = 4 };

    /// <summary>Bytes that a part comes to.</summary>
    /// <param name="before">What precedes it, as far as matches reach.</param>
    /// <param name="part">It.</param>
    public static long Weigh(ReadOnlySpan<byte> before, ReadOnlySpan<byte> part)
    {
        using var packed = new CountingStream();
        using var deflate = new DeflateStream(packed, LikeGo, leaveOpen: true);
        deflate.Write(before);
        deflate.Flush();
        var start = packed.Length;
        deflate.Write(part);
        deflate.Flush();
        return packed.Length - start;
    }
}
