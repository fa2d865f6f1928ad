namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// Reads a layer's tar piece by piece as it streams by, and shows its entries to a visitor. Understands ustar, PAX, GNU's long names and sparse files, as
/// Go's archive/tar does, which the engines read layers with. Never throws over what it reads: damage ends the reading and is told.
/// </summary>
internal sealed class TarScanner(ILayerVisitor visitor)
{
    // Engines refuse longer ones.
    private const int LongestExtension = 1 << 20;

    // No file is larger; sums of a few million of these still fit.
    private const long LargestFile = 1L << 50;

    private readonly byte[] _block = new byte[TarHeader.Length];
    private readonly TarNames _names = new();
    private Step _step = Step.Header;
    private Step _body;
    private int _filled;
    private long _position;
    private long _start;
    private long _remaining;
    private int _padding;
    private bool _endBegan;
    private bool _inEntry;

    private enum Step
    {
        Header,
        Extension,
        SparseMap,
        Content,
        Passed,
        Done,
    }

    /// <summary>What is wrong with the tar and where, as the end of a sentence; null: nothing so far.</summary>
    public string? Damage { get; private set; }

    /// <summary>Takes the next piece.</summary>
    /// <param name="bytes">The piece, of any length.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && _step != Step.Done)
        {
            var taken = _step is Step.Header or Step.SparseMap ? TakeBlock(bytes) : TakeBody(bytes);
            _position += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Says that there are no more pieces.</summary>
    public void Complete()
    {
        // The blocks of zeros at the end may be missing.
        if (_step != Step.Done && (_step != Step.Header || _filled > 0))
            Break("it ends in the middle of the entry");
    }

    private int TakeBlock(ReadOnlySpan<byte> bytes)
    {
        if (_filled == 0 && _step == Step.Header)
            _start = _position;
        if (_filled == 0 && bytes.Length >= TarHeader.Length)
        {
            Take(bytes[..TarHeader.Length]);
            return TarHeader.Length;
        }
        var taken = Math.Min(TarHeader.Length - _filled, bytes.Length);
        bytes[..taken].CopyTo(_block.AsSpan(_filled));
        _filled += taken;
        if (_filled == TarHeader.Length)
        {
            _filled = 0;
            Take(_block);
        }
        return taken;
    }

    private void Take(ReadOnlySpan<byte> block)
    {
        if (_step == Step.Header)
            TakeHeader(new TarHeader(block));
        else if (block[504] == 0)
            StartBody(_body);
    }

    private void TakeHeader(TarHeader header)
    {
        if (header.IsZero)
        {
            // Two blocks of zeros are the end, whatever follows.
            if (_endBegan)
                _step = Step.Done;
            _endBegan = true;
        }
        else if (_endBegan)
            Break("a block of zeros is followed by something else");
        else if (!header.IsIntact)
            Break("a header's checksum is wrong");
        else if (
            header.Size is not (>= 0 and <= LargestFile)
            || (header.Type == 'S' && header.ExpandedSize is not (>= 0 and <= LargestFile))
        )
            Break("a header's size is no number");
        else
            TakeEntry(header);
    }

    private void TakeEntry(TarHeader header)
    {
        _remaining = header.Size!.Value;
        if (header.Type is 'x' or 'L' or 'K')
        {
            if (_remaining > LongestExtension)
                Break("an extended header is larger than 1 MiB");
            else
            {
                _names.Start(header.Type, (int)_remaining);
                StartBody(Step.Extension);
            }
            return;
        }
        // A global header is no entry, and engines pass it over.
        if (header.Type == 'g')
        {
            StartBody(Step.Passed);
            return;
        }
        var entry = _names.Entry(header, _start + TarHeader.Length);
        if (entry.Bytes > LargestFile || entry.ExpandedBytes > LargestFile)
        {
            Break("an extended header's size is more than a file can have");
            return;
        }
        _remaining = TarTypes.HasBody(header.Type) ? _names.Size ?? _remaining : 0;
        _names.Forget();
        var isWanted = visitor.Begin(entry);
        _inEntry = true;
        // The map of an old sparse file goes on in blocks that its size does not count.
        _body = isWanted && entry.Kind is not LayerEntryKind.Folder ? Step.Content : Step.Passed;
        if (header is { Type: 'S', IsMapContinued: true })
            _step = Step.SparseMap;
        else
            StartBody(_body);
    }

    private void StartBody(Step step)
    {
        _padding = (int)(-_remaining & (TarHeader.Length - 1));
        _step = step;
        if (_remaining == 0)
            EndBody();
    }

    private int TakeBody(ReadOnlySpan<byte> bytes)
    {
        if (_remaining > 0)
        {
            var taken = (int)Math.Min(_remaining, bytes.Length);
            if (_step == Step.Content)
                visitor.Content(bytes[..taken]);
            else if (_step == Step.Extension)
                _names.Append(bytes[..taken]);
            _remaining -= taken;
            if (_remaining == 0 && _padding == 0)
                EndBody();
            return taken;
        }
        var padding = Math.Min(_padding, bytes.Length);
        _padding -= padding;
        if (_padding == 0)
            EndBody();
        return padding;
    }

    private void EndBody()
    {
        if (_step == Step.Extension && !_names.Finish())
        {
            Break("an extended header breaks its format");
            return;
        }
        _step = Step.Header;
        if (!_inEntry)
            return;
        _inEntry = false;
        visitor.End();
    }

    private void Break(string what)
    {
        Damage = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} at byte {_start:N0}");
        _step = Step.Done;
    }
}
