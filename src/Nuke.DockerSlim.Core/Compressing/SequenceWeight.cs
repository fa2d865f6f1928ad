using System.Numerics;

namespace Nuke.DockerSlim.Compressing;

/// <summary>Weighs what a zstd block is made of: literals by the entropy of their bytes, sequences by the entropy of their codes and the bits added to them.</summary>
internal sealed class SequenceWeight
{
    // Header of block and sections, jump table, and the descriptions of the tables of sequences.
    private const int BlockHead = 50;

    // What Huffman codes of whole bits cost over the entropy, and a byte of the alphabet in their description.
    private const double HuffmanLoss = 1.008;
    private const double BytesOfWeight = 0.45;

    private readonly int[] _literals = new int[256];
    private readonly int[] _runs = new int[36];
    private readonly int[] _offsets = new int[32];
    private readonly int[] _matches = new int[53];
    private long _bits;
    private int _sequences;

    public void Reset()
    {
        Array.Clear(_literals);
        Array.Clear(_runs);
        Array.Clear(_offsets);
        Array.Clear(_matches);
        (_bits, _sequences) = (0, 0);
    }

    /// <summary>Adds a sequence.</summary>
    /// <param name="literals">What comes before the match.</param>
    /// <param name="offset">Its offset value: 1 repeats the last, others are three more than the offset.</param>
    /// <param name="length">Its length.</param>
    public void Add(ReadOnlySpan<byte> literals, long offset, int length)
    {
        Count(literals);
        var run = Code(SequenceCodes.LiteralsBase, literals.Length);
        var match = Code(SequenceCodes.MatchBase, length);
        var distance = BitOperations.Log2((ulong)offset);
        _runs[run]++;
        _matches[match]++;
        _offsets[distance]++;
        _bits += SequenceCodes.LiteralsBits[run] + SequenceCodes.MatchBits[match] + distance;
        _sequences++;
    }

    /// <summary>Bytes of the block.</summary>
    /// <param name="rest">Literals behind the last match.</param>
    /// <param name="unpacked">Bytes that the block unpacks to: it is stored plain where that is less.</param>
    public long Total(ReadOnlySpan<byte> rest, int unpacked)
    {
        Count(rest);
        var (literals, used) = (_literals.Sum(), _literals.Count(x => x > 0));
        var packed = Math.Min(literals, Entropy(_literals) * HuffmanLoss / 8 + used * BytesOfWeight);
        var sequences = _sequences == 0 ? 0 : (Entropy(_runs) + Entropy(_matches) + Entropy(_offsets) + _bits) / 8;
        return (long)Math.Min(unpacked + 3, packed + sequences + Math.Min(BlockHead, 6 + _sequences));
    }

    private void Count(ReadOnlySpan<byte> literals)
    {
        foreach (var literal in literals)
            _literals[literal]++;
    }

    private static int Code(ReadOnlySpan<int> bases, int value)
    {
        var at = bases.BinarySearch(value);
        return at >= 0 ? at : ~at - 1;
    }

    // In bits, of all together.
    private static double Entropy(int[] counts)
    {
        var sum = 0.0;
        var bits = 0.0;
        foreach (var count in counts)
            if (count > 0)
                (sum, bits) = (sum + count, bits - count * Math.Log2(count));
        return sum > 0 ? bits + sum * Math.Log2(sum) : 0;
    }
}
