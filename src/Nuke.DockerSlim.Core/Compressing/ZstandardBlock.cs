namespace Nuke.DockerSlim.Compressing;

/// <summary>Decodes compressed blocks into a window (RFC 8878, 3.1.1.3 and 3.1.1.5).</summary>
internal sealed class ZstandardBlock(ZstandardWindow window)
{
    private readonly ZstandardLiterals _literals = new();
    private FseTable? _literalsTable;
    private FseTable? _offsetTable;
    private FseTable? _matchTable;
    private (int First, int Second, int Third) _recent;

    /// <summary>A frame begins: nothing of the one before holds.</summary>
    public void Reset()
    {
        _literals.Reset();
        (_literalsTable, _offsetTable, _matchTable) = (null, null, null);
        _recent = (1, 4, 8);
    }

    /// <summary>Decodes a block.</summary>
    /// <param name="buffer">The block, and <see cref="BackwardBits.Slack" /> more bytes.</param>
    /// <param name="length">Bytes of the block.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public void Decode(ReadOnlySpan<byte> buffer, int length)
    {
        var at = _literals.Decode(buffer, length);
        var literals = _literals.Decoded.Span;
        var count = ReadCount(buffer, length, ref at);
        if (count > 0)
        {
            Need(length, at + 1);
            var modes = buffer[at++];
            if ((modes & 3) != 0)
                throw ZstandardStream.Damaged("a block uses what is reserved");
            _literalsTable = Table(
                modes >> 6,
                buffer[..length],
                ref at,
                _literalsTable,
                SequenceCodes.DefaultLiterals,
                9,
                SequenceCodes.MostLiteralsCode
            );
            _offsetTable = Table(
                (modes >> 4) & 3,
                buffer[..length],
                ref at,
                _offsetTable,
                SequenceCodes.DefaultOffset,
                8,
                SequenceCodes.MostOffsetCode
            );
            _matchTable = Table(
                (modes >> 2) & 3,
                buffer[..length],
                ref at,
                _matchTable,
                SequenceCodes.DefaultMatch,
                9,
                SequenceCodes.MostMatchCode
            );
            literals = Execute(new BackwardBits(buffer[at..], length - at), count, literals);
        }
        else if (at != length)
            throw ZstandardStream.Damaged("a block goes on behind its end");
        window.Append(literals);
    }

    private ReadOnlySpan<byte> Execute(BackwardBits bits, int count, ReadOnlySpan<byte> literals)
    {
        var (literalsTable, offsetTable, matchTable) = (_literalsTable!, _offsetTable!, _matchTable!);
        var literalsState = (int)bits.Read(literalsTable.Accuracy);
        var offsetState = (int)bits.Read(offsetTable.Accuracy);
        var matchState = (int)bits.Read(matchTable.Accuracy);
        while (true)
        {
            var (literalsCell, offsetCell, matchCell) = (literalsTable[literalsState], offsetTable[offsetState], matchTable[matchState]);
            var offset = (1L << offsetCell.Symbol) + (long)bits.Read(offsetCell.Symbol);
            var match = SequenceCodes.MatchBase[matchCell.Symbol] + (int)bits.Read(SequenceCodes.MatchBits[matchCell.Symbol]);
            var run = SequenceCodes.LiteralsBase[literalsCell.Symbol] + (int)bits.Read(SequenceCodes.LiteralsBits[literalsCell.Symbol]);
            if (bits.Left < 0 || run > literals.Length)
                throw ZstandardStream.Damaged("sequences end too early");
            window.Append(literals[..run]);
            literals = literals[run..];
            window.Copy(Offset(offset, run), match);
            if (--count == 0)
                return bits.Left == 0 ? literals : throw ZstandardStream.Damaged("sequences do not end where they should");
            literalsState = literalsCell.Base + (int)bits.Read(literalsCell.Bits);
            matchState = matchCell.Base + (int)bits.Read(matchCell.Bits);
            offsetState = offsetCell.Base + (int)bits.Read(offsetCell.Bits);
        }
    }

    /// <summary>The offset that a value stands for: itself less three, or one of the last three.</summary>
    private int Offset(long value, int run)
    {
        if (value > 3)
        {
            _recent = ((int)Math.Min(value - 3, int.MaxValue), _recent.First, _recent.Second);
            return _recent.First;
        }
        // Without literals before it, repeating the last offset would have made one longer match: the values mean the next ones.
        switch (run == 0 ? value + 1 : value)
        {
            case 1:
                break;
            case 2:
                _recent = (_recent.Second, _recent.First, _recent.Third);
                break;
            case 3:
                _recent = (_recent.Third, _recent.First, _recent.Second);
                break;
            default:
                _recent = (_recent.First - 1, _recent.First, _recent.Second);
                break;
        }
        return _recent.First;
    }

    private static int ReadCount(ReadOnlySpan<byte> buffer, int length, ref int at)
    {
        Need(length, at + 1);
        int first = buffer[at++];
        if (first < 128)
            return first;
        at += first < 255 ? 1 : 2;
        Need(length, at);
        return first < 255 ? ((first - 128) << 8) + buffer[at - 1] : buffer[at - 2] + (buffer[at - 1] << 8) + 0x7f00;
    }

    private static FseTable Table(
        int mode,
        ReadOnlySpan<byte> block,
        ref int at,
        FseTable? last,
        FseTable byDefault,
        int mostAccuracy,
        int mostSymbol
    )
    {
        switch (mode)
        {
            case 0:
                return byDefault;
            case 1:
                Need(block.Length, at + 1);
                var symbol = block[at++];
                return symbol <= mostSymbol
                    ? FseTable.Only(symbol)
                    : throw ZstandardStream.Damaged("a block names a code that there is not");
            case 2:
                var table = FseTable.Read(block[at..], mostAccuracy, mostSymbol, out var taken);
                at += taken;
                return table;
            default:
                return last ?? throw ZstandardStream.Damaged("a block uses a table that there is not");
        }
    }

    private static void Need(int length, int bytes)
    {
        if (bytes > length)
            throw ZstandardStream.Damaged("a block ends too early");
    }
}
