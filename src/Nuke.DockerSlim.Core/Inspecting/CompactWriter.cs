namespace Nuke.DockerSlim.Inspecting;

/// <summary>Writes numbers seven bits a byte, the lowest first, and texts with their length.</summary>
internal sealed class CompactWriter
{
    private byte[] _bytes = new byte[4_096];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Number(long value)
    {
        var left = (ulong)value;
        var room = Room(10);
        var count = 0;
        for (; left >= 0x80; left >>= 7)
            room[count++] = (byte)(left | 0x80);
        room[count++] = (byte)left;
        Length += count;
    }

    public void Text(ReadOnlySpan<byte> text)
    {
        Number(text.Length);
        Raw(text);
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Takes back what was written behind a length.</summary>
    public void Cut(int length) => Length = length;

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}
