namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// One header block (512 bytes) of a tar: POSIX ustar, GNU's dialect, star's and the one of Unix 7. Read as Go's archive/tar reads it, because that is what the
/// engines read layers with.
/// </summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    public const int Length = 512;
    private readonly ReadOnlySpan<byte> _block = block;

    public char Type => (char)_block[156];

    public ReadOnlySpan<byte> Name => Text(0, 100);

    public ReadOnlySpan<byte> Link => Text(157, 100);

    public long? Size => TarNumber.Read(_block.Slice(124, 12));

    /// <summary>Permission bits; a field that is no number counts as none.</summary>
    public int Mode => (int)((TarNumber.Read(_block.Slice(100, 8)) ?? 0) & 0xfff);

    public long UserId => TarNumber.Read(_block.Slice(108, 8)) ?? 0;

    public long GroupId => TarNumber.Read(_block.Slice(116, 8)) ?? 0;

    public long ModifiedAt => TarNumber.Read(_block.Slice(136, 12)) ?? 0;

    /// <summary>Of an old GNU sparse file: its bytes once written out.</summary>
    public long? ExpandedSize => TarNumber.Read(_block.Slice(483, 12));

    /// <summary>Of an old GNU sparse file: whether a block with more of its map follows.</summary>
    public bool IsMapContinued => _block[482] != 0;

    public bool IsZero => !_block.ContainsAnyExcept((byte)0);

    /// <summary>The folders before the name.</summary>
    public ReadOnlySpan<byte> Prefix =>
        _block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(345, _block.Slice(508, 4).SequenceEqual("tar\0"u8) ? 131 : 155)
        // GNU keeps times here, and Go wrote a prefix all the same before 1.8.
        : _block.Slice(257, 8).SequenceEqual("ustar  \0"u8) && TarNumber.Read(_block.Slice(345, 12)) is null ? Text(345, 155)
        : default;

    /// <summary>Whether the checksum holds: the sum of all bytes, signed or unsigned, its own field taken as spaces.</summary>
    public bool IsIntact
    {
        get
        {
            if (TarNumber.Read(_block.Slice(148, 8)) is not { } expected)
                return false;
            long unsigned = 8 * ' ';
            foreach (var x in _block)
                unsigned += x;
            foreach (var x in _block.Slice(148, 8))
                unsigned -= x;
            if (unsigned == expected)
                return true;
            long signed = 8 * ' ';
            for (var i = 0; i < Length; i++)
                signed += i is >= 148 and < 156 ? 0 : (sbyte)_block[i];
            return signed == expected;
        }
    }

    private ReadOnlySpan<byte> Text(int offset, int length)
    {
        var field = _block.Slice(offset, length);
        return field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field;
    }
}
