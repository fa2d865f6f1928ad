namespace Nuke.DockerSlim.Compressing;

/// <summary>What was unpacked last, as far back as matches may reach.</summary>
internal sealed class ZstandardWindow
{
    private byte[] _bytes = [];
    private int _reach;
    private int _end;
    private int _blockEnd;

    /// <summary>A frame begins.</summary>
    /// <param name="reach">How far back matches may reach.</param>
    public void Reset(int reach)
    {
        // Half as much again: what has to stay is moved to the front that seldom.
        var length = reach + Math.Max(reach / 2, 4 * ZstandardStream.LargestBlock);
        if (_bytes.Length < length)
            _bytes = new byte[length];
        (_reach, _end) = (reach, 0);
    }

    /// <summary>Makes room for a block.</summary>
    /// <returns>Where it will begin.</returns>
    public int BeginBlock()
    {
        if (_bytes.Length - _end < ZstandardStream.LargestBlock)
        {
            var kept = Math.Min(_reach, _end);
            _bytes.AsSpan(_end - kept, kept).CopyTo(_bytes);
            _end = kept;
        }
        _blockEnd = _end + ZstandardStream.LargestBlock;
        return _end;
    }

    /// <summary>What was unpacked from a place on.</summary>
    public ReadOnlyMemory<byte> From(int start) => _bytes.AsMemory(start, _end - start);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _end += bytes.Length;
    }

    public void Fill(byte value, int count)
    {
        Room(count).Fill(value);
        _end += count;
    }

    /// <summary>Repeats what lies an offset back; it may overlap with what it makes.</summary>
    public void Copy(int offset, int count)
    {
        if (offset <= 0 || offset > _end || offset > _reach)
            throw ZstandardStream.Damaged("a match reaches back too far");
        var to = Room(count);
        var from = _bytes.AsSpan(_end - offset);
        _end += count;
        if (offset >= count)
            from[..count].CopyTo(to);
        else if (offset == 1)
            to.Fill(from[0]);
        else
            for (var i = 0; i < count; i++)
                to[i] = from[i];
    }

    private Span<byte> Room(int count) =>
        count <= _blockEnd - _end ? _bytes.AsSpan(_end, count) : throw ZstandardStream.Damaged("a block is larger than it may be");
}
