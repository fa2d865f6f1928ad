using System.Numerics;

namespace Nuke.DockerSlim.Compressing;

/// <summary>A decoding table of Finite State Entropy (RFC 8878, 4.1).</summary>
internal sealed class FseTable
{
    private readonly Cell[] _cells;

    private FseTable(int accuracy, Cell[] cells) => (Accuracy, _cells) = (accuracy, cells);

    /// <summary>Bits of the first state.</summary>
    public int Accuracy { get; }

    /// <summary>What a state stands for.</summary>
    /// <param name="Base">The lowest next state.</param>
    /// <param name="Symbol">The symbol.</param>
    /// <param name="Bits">Bits to be read and added for the next state.</param>
    public readonly record struct Cell(ushort Base, byte Symbol, byte Bits);

    public Cell this[int state] => _cells[state];

    /// <summary>A table that holds one symbol and costs no bits.</summary>
    public static FseTable Only(byte symbol) => new(0, [new Cell(0, symbol, 0)]);

    /// <summary>Builds the table of a distribution.</summary>
    /// <param name="accuracy">The table has 2^accuracy states.</param>
    /// <param name="counts">States of each symbol; -1 is less than one.</param>
    public static FseTable Build(int accuracy, ReadOnlySpan<short> counts)
    {
        var size = 1 << accuracy;
        var symbols = new byte[size];
        Span<int> next = stackalloc int[256];
        var high = size;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            next[symbol] = Math.Abs((int)counts[symbol]);
            if (counts[symbol] == -1)
                symbols[--high] = (byte)symbol;
        }
        var step = (size >> 1) + (size >> 3) + 3;
        var position = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        for (var i = 0; i < counts[symbol]; i++)
        {
            symbols[position] = (byte)symbol;
            do position = (position + step) & (size - 1);
            while (position >= high);
        }
        var cells = new Cell[size];
        for (var state = 0; state < size; state++)
        {
            var x = next[symbols[state]]++;
            var bits = accuracy - BitOperations.Log2((uint)x);
            cells[state] = new Cell((ushort)((x << bits) - size), symbols[state], (byte)bits);
        }
        return new FseTable(accuracy, cells);
    }

    /// <summary>Reads a distribution and builds its table.</summary>
    /// <param name="bytes">It, and what follows.</param>
    /// <param name="mostAccuracy">The highest accuracy allowed.</param>
    /// <param name="mostSymbol">The highest symbol allowed.</param>
    /// <param name="taken">Bytes of it.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static FseTable Read(ReadOnlySpan<byte> bytes, int mostAccuracy, int mostSymbol, out int taken)
    {
        var bits = new ForwardBits(bytes);
        var accuracy = bits.Read(4) + 5;
        if (accuracy > mostAccuracy)
            throw ZstandardStream.Damaged("an entropy table is too large");
        Span<short> counts = stackalloc short[256];
        var (left, symbol) = (1 << accuracy, 0);
        while (left > 0)
        {
            if (symbol > mostSymbol)
                throw ZstandardStream.Damaged("an entropy table has too many symbols");
            var count = ReadCount(ref bits, left);
            counts[symbol++] = (short)count;
            left -= Math.Abs(count);
            if (count != 0)
                continue;
            int repeated;
            do
            {
                repeated = bits.Read(2);
                symbol += repeated;
            } while (repeated == 3 && symbol <= mostSymbol);
        }
        taken = (bits.Position + 7) >> 3;
        return left == 0 && taken <= bytes.Length && symbol <= mostSymbol + 1
            ? Build(accuracy, counts[..symbol])
            : throw ZstandardStream.Damaged("an entropy table does not add up");
    }

    // Values from 0 to left + 1, the small ones with a bit less where not all of that many bits are needed.
    private static int ReadCount(ref ForwardBits bits, int left)
    {
        var width = BitOperations.Log2((uint)(left + 1)) + 1;
        var spare = (1 << width) - 1 - (left + 1);
        var small = bits.Peek(width - 1);
        if (small < spare)
        {
            bits.Skip(width - 1);
            return small - 1;
        }
        var value = bits.Read(width);
        return (value >= 1 << (width - 1) ? value - spare : value) - 1;
    }
}
