namespace Nuke.DockerSlim.Inventory;

/// <summary>Keeps one stretch of a file that streams by.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="length">How long it is.</param>
internal sealed class FileWindow(long start, int length)
{
    private readonly byte[] _bytes = new byte[length];
    private int _count;

    /// <summary>Where it begins.</summary>
    public long Start => start;

    /// <summary>Where it ends.</summary>
    public long End => start + length;

    /// <summary>Whether all of it has come by.</summary>
    public bool IsWhole => _count == length;

    /// <summary>What has come by.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _count);

    /// <summary>Takes a piece of the file.</summary>
    /// <param name="position">Where in the file it begins.</param>
    /// <param name="piece">It.</param>
    public void Append(long position, ReadOnlySpan<byte> piece)
    {
        var wanted = start + _count;
        if (IsWhole || wanted < position || wanted >= position + piece.Length)
            return;
        var taken = piece[(int)(wanted - position)..];
        taken = taken[..Math.Min(taken.Length, length - _count)];
        taken.CopyTo(_bytes.AsSpan(_count));
        _count += taken.Length;
    }
}
