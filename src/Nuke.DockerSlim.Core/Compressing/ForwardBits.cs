namespace Nuke.DockerSlim.Compressing;

/// <summary>Bits that are read from the lowest of the first byte on; beyond the end they are zeros.</summary>
internal ref struct ForwardBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bits read so far.</summary>
    public int Position { get; private set; }

    public readonly int Peek(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            var at = Position + i;
            if (at >> 3 < _bytes.Length)
                value |= ((_bytes[at >> 3] >> (at & 7)) & 1) << i;
        }
        return value;
    }

    public int Read(int count)
    {
        var value = Peek(count);
        Position += count;
        return value;
    }

    public void Skip(int count) => Position += count;
}
