namespace Nuke.DockerSlim.Inventory;

/// <summary>Keeps a file's content, or the beginning of it, to be read in one go.</summary>
/// <param name="read">Reads it.</param>
/// <param name="most">Bytes that are kept.</param>
internal sealed class WholeContent(Func<ReadOnlyMemory<byte>, FileDetails> read, int most) : IContentReader
{
    private byte[] _bytes = new byte[Math.Min(most, 1 << 14)];
    private int _count;

    /// <inheritdoc />
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, most - _count)];
        if (_count + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Min(most, Math.Max(_bytes.Length * 2, _count + bytes.Length)));
        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <inheritdoc />
    public FileDetails Finish() => read(_bytes.AsMemory(0, _count));
}
