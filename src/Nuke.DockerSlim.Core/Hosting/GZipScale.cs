using System.IO.Compression;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// What a layer comes to under gzip. The engine compresses with Go's gzip at its default level when it pushes. The base library's zlib-ng compresses more at the
/// same level; its level 4 comes within 1 % of what a push transfers (docs/measuring.md).
/// </summary>
internal sealed class GZipScale : IDisposable
{
    private static readonly ZLibCompressionOptions LikeGo = new() { CompressionLevel = 4 };
    private readonly CountingStream _packed = new();
    private readonly GZipStream _gzip;

    public GZipScale() => _gzip = new GZipStream(_packed, LikeGo, leaveOpen: true);

    /// <summary>Takes the next piece.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _gzip.Write(bytes);

    /// <summary>Bytes of the whole.</summary>
    public long Finish()
    {
        _gzip.Dispose();
        return _packed.Length;
    }

    public void Dispose()
    {
        _gzip.Dispose();
        _packed.Dispose();
    }
}
