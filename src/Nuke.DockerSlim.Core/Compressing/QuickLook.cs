using System.Buffers.Binary;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// A quick look at how well a few kilobytes pack: matches within themselves, found greedily, and the entropy of what is left. Too coarse to be a weight, but it goes
/// up and down with what deflate makes of the same bytes, at a twentieth of the time. Reused for parts one after the other; not for several at once.
/// </summary>
internal sealed class QuickLook
{
    private const int TableBits = 11;
    private const int ShortestMatch = 4;
    private const int Near = 64;

    // About what deflate's codes of length and distance come to.
    private const int NearBits = 12;
    private const int FarBits = 18;

    private readonly ushort[] _places = new ushort[1 << TableBits];
    private readonly int[] _literals = new int[256];

    /// <summary>Bits that the part would come to, roughly. The same part always comes to the same.</summary>
    /// <param name="part">It, at most 64 KiB.</param>
    public long Bits(ReadOnlySpan<byte> part)
    {
        Array.Clear(_places);
        Array.Clear(_literals);
        var (bits, literals, at) = (0L, 0, 0);
        while (at <= part.Length - ShortestMatch)
        {
            var word = Word(part, at);
            ref var place = ref _places[(word * 2654435761u) >> (32 - TableBits)];
            int before = place;
            place = (ushort)at;
            if (before < at && Word(part, before) == word)
            {
                bits += at - before < Near ? NearBits : FarBits;
                at += ShortestMatch + part[(at + ShortestMatch)..].CommonPrefixLength(part[(before + ShortestMatch)..]);
            }
            else
            {
                _literals[part[at++]]++;
                literals++;
            }
        }
        return bits + (long)Entropy(literals);
    }

    private static uint Word(ReadOnlySpan<byte> part, int at) => BinaryPrimitives.ReadUInt32LittleEndian(part[at..]);

    private double Entropy(int literals)
    {
        var bits = Times(literals);
        foreach (var count in _literals)
            bits -= Times(count);
        return bits;
    }

    private static double Times(int count) => count < 2 ? 0 : count * Math.Log2(count);
}
