using System.Buffers.Binary;
using System.Numerics;

namespace Nuke.DockerSlim.Compressing;

/// <summary>A decoding table of Huffman codes (RFC 8878, 4.2).</summary>
internal sealed class HuffmanTable
{
    private const int MostBits = 11;
    private readonly int _bits;

    // By the next bits: the symbol, and above it the bits of its code.
    private readonly ushort[] _codes;

    private HuffmanTable(int bits, ushort[] codes) => (_bits, _codes) = (bits, codes);

    /// <summary>Reads a tree description.</summary>
    /// <param name="buffer">It, what follows, and <see cref="BackwardBits.Slack" /> more bytes.</param>
    /// <param name="length">Bytes of it and what follows.</param>
    /// <param name="taken">Bytes of it.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static HuffmanTable Read(ReadOnlySpan<byte> buffer, int length, out int taken)
    {
        Span<byte> weights = stackalloc byte[256];
        if (length == 0)
            throw Damaged();
        int head = buffer[0];
        int count;
        if (head < 128)
        {
            taken = 1 + head;
            count = taken <= length ? ReadCompressed(buffer[1..], head, weights) : throw Damaged();
        }
        else
        {
            count = head - 127;
            taken = 1 + (count + 1) / 2;
            if (taken > length)
                throw Damaged();
            for (var i = 0; i < count; i++)
                weights[i] = (byte)(i % 2 == 0 ? buffer[1 + i / 2] >> 4 : buffer[1 + i / 2] & 15);
        }
        return Build(weights, count);
    }

    /// <summary>Decodes one stream of literals.</summary>
    /// <param name="buffer">It, and <see cref="BackwardBits.Slack" /> more bytes.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="literals">Takes the literals; their number is known.</param>
    /// <exception cref="InvalidDataException">There are more or fewer.</exception>
    public void Decode(ReadOnlySpan<byte> buffer, int length, Span<byte> literals)
    {
        var bits = new BackwardBits(buffer, length);
        var codes = _codes;
        var at = 0;
        // Five codes fit into what is loaded at once.
        for (; literals.Length - at >= 5 && bits.Left >= 5 * MostBits; at += 5)
        {
            var loaded = bits.Peek(5 * MostBits) << (64 - 5 * MostBits);
            var used = 0;
            for (var i = 0; i < 5; i++)
            {
                var code = codes[(int)(loaded >> (64 - _bits))];
                literals[at + i] = (byte)code;
                loaded <<= code >> 8;
                used += code >> 8;
            }
            bits.Skip(used);
        }
        for (; at < literals.Length; at++)
        {
            var code = codes[(int)bits.Peek(_bits)];
            literals[at] = (byte)code;
            bits.Skip(code >> 8);
        }
        if (bits.Left != 0)
            throw ZstandardStream.Damaged("literals do not end where they should");
    }

    private static int ReadCompressed(ReadOnlySpan<byte> buffer, int length, Span<byte> weights)
    {
        var table = FseTable.Read(buffer[..length], 6, 255, out var taken);
        var bits = new BackwardBits(buffer[taken..], length - taken);
        var (even, odd) = ((int)bits.Read(table.Accuracy), (int)bits.Read(table.Accuracy));
        if (bits.Left < 0)
            throw Damaged();
        // Two states take turns; the one that finds no more bits for its next state ends it, and the other one's symbol is the last.
        for (var count = 0; count < 254; count++)
        {
            var cell = table[even];
            weights[count] = cell.Symbol;
            if (bits.Left < cell.Bits)
            {
                weights[count + 1] = table[odd].Symbol;
                return count + 2;
            }
            (even, odd) = (odd, cell.Base + (int)bits.Read(cell.Bits));
        }
        throw Damaged();
    }

    private static HuffmanTable Build(Span<byte> weights, int count)
    {
        var sum = 0;
        foreach (var weight in weights[..count])
            sum += weight > MostBits ? throw Damaged() : (1 << weight) >> 1;
        if (sum == 0)
            throw Damaged();
        // The last weight is not written: it fills the table up to a power of two.
        var bits = BitOperations.Log2((uint)sum) + 1;
        var rest = (1 << bits) - sum;
        if (bits > MostBits || !BitOperations.IsPow2(rest) || count > 255)
            throw Damaged();
        weights[count] = (byte)(BitOperations.Log2((uint)rest) + 1);
        var codes = new ushort[1 << bits];
        var at = 0;
        for (var weight = 1; weight <= bits; weight++)
        for (var symbol = 0; symbol <= count; symbol++)
            if (weights[symbol] == weight)
            {
                codes.AsSpan(at, 1 << (weight - 1)).Fill((ushort)(symbol | (bits + 1 - weight) << 8));
                at += 1 << (weight - 1);
            }
        return new HuffmanTable(bits, codes);
    }

    private static InvalidDataException Damaged() => ZstandardStream.Damaged("a Huffman table does not add up");
}
