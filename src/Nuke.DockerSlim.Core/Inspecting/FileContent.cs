namespace Nuke.DockerSlim.Inspecting;

/// <summary>The content of a file as one layer brought it; hard links share it.</summary>
/// <param name="path">The name that it came under.</param>
/// <param name="layer">The number of the layer, the lowest is zero.</param>
/// <param name="bytes">Its bytes in that layer.</param>
/// <param name="fingerprint">XXH64 of them; null where they were not taken.</param>
internal sealed class FileContent(string path, int layer, long bytes, ulong? fingerprint)
{
    public string Path => path;

    public int Layer => layer;

    public long Bytes => bytes;

    public ulong? Fingerprint => fingerprint;

    /// <summary>How many names it has in the tree.</summary>
    public int Names { get; set; }
}
