namespace Nuke.DockerSlim.Inspecting;

/// <summary>Reads what <see cref="CompactWriter" /> wrote.</summary>
/// <param name="bytes">It.</param>
internal sealed class CompactReader(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> _bytes = bytes;

    /// <summary>What has not been read.</summary>
    public ReadOnlyMemory<byte> Rest => _bytes;

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Raw(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return (long)value;
        }
        throw Damaged();
    }

    public ReadOnlySpan<byte> Text() => Number() is >= 0 and <= int.MaxValue and var length ? Raw((int)length) : throw Damaged();

    public ReadOnlySpan<byte> Raw(int count)
    {
        if (count > _bytes.Length)
            throw Damaged();
        var taken = _bytes.Span[..count];
        _bytes = _bytes[count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("The index of a layer is damaged.");
}
