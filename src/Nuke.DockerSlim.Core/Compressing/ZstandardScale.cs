using System.Buffers.Binary;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// What a part of a layer comes to under zstd at its default level: the matches are searched as that level searches them (two hash tables, of short and of long
/// strings), and their codes are weighed by their entropy instead of being written. Reused for parts one after the other; not for several at once.
/// </summary>
internal sealed class ZstandardScale
{
    /// <summary>How far back matches reach: with a part after it the 2 MiB of the default level, and of a pooled array.</summary>
    public const int Reach = (1 << 21) - (1 << 18);

    private const int LongBits = 17;
    private const int ShortBits = 16;
    private const int ShortestMatch = 4;

    // Of what precedes a part, every so many bytes: zstd, too, remembers but few places within its matches.
    private const int RememberedStep = 4;
    private readonly int[] _long = new int[1 << LongBits];
    private readonly int[] _short = new int[1 << ShortBits];
    private readonly SequenceWeight _weight = new();

    /// <summary>Bytes that the part comes to.</summary>
    /// <param name="bytes">What precedes the part, and the part.</param>
    /// <param name="start">Where the part begins.</param>
    public long Weigh(ReadOnlySpan<byte> bytes, int start)
    {
        Array.Clear(_long);
        Array.Clear(_short);
        for (var at = 0; at < start && at + 8 <= bytes.Length; at += RememberedStep)
            Remember(bytes, at);
        var total = 0L;
        var recent = 1;
        for (var at = start; at < bytes.Length; at += ZstandardStream.LargestBlock)
            total += WeighBlock(bytes[..Math.Min(bytes.Length, at + ZstandardStream.LargestBlock)], at, ref recent);
        return total;
    }

    private long WeighBlock(ReadOnlySpan<byte> bytes, int start, ref int recent)
    {
        _weight.Reset();
        var at = start;
        var run = start;
        var last = bytes.Length - 9;
        while (at < last)
        {
            var match = at + 1 - recent;
            int length;
            if (match >= 0 && Four(bytes, match) == Four(bytes, at + 1))
            {
                Remember(bytes, at);
                at++;
                length = ShortestMatch + bytes[(match + 4)..].CommonPrefixLength(bytes[(at + 4)..]);
                _weight.Add(bytes[run..at], 1, length);
            }
            else if (Find(bytes, ref at) is >= 0 and var found)
            {
                match = found;
                length = ShortestMatch + bytes[(match + 4)..].CommonPrefixLength(bytes[(at + 4)..]);
                while (at > run && match > 0 && bytes[at - 1] == bytes[match - 1])
                    (at, match, length) = (at - 1, match - 1, length + 1);
                recent = at - match;
                _weight.Add(bytes[run..at], recent + 3L, length);
            }
            else
            {
                // The longer nothing was found, the less is looked at.
                at += ((at - run) >> 8) + 1;
                continue;
            }
            if (at + 2 < last)
                Remember(bytes, at + 2);
            at += length;
            run = at;
            if (at - 2 < last && at < last)
                Remember(bytes, at - 2);
        }
        return _weight.Total(bytes[run..], bytes.Length - start);
    }

    /// <summary>Where the bytes at a place, or at the next one, were before; -1: nowhere that is known.</summary>
    private int Find(ReadOnlySpan<byte> bytes, ref int at)
    {
        var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        ref var longAt = ref _long[LongHash(word)];
        ref var shortAt = ref _short[ShortHash(word)];
        var (longMatch, shortMatch) = (longAt, shortAt);
        longAt = shortAt = at;
        if (longMatch < at && longMatch > 0 && BinaryPrimitives.ReadUInt64LittleEndian(bytes[longMatch..]) == word)
            return longMatch;
        if (shortMatch <= 0 || shortMatch >= at || Four(bytes, shortMatch) != (uint)word)
            return -1;
        // A long match at the next place is worth more than a short one here.
        var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(at + 1)..]);
        ref var nextAt = ref _long[LongHash(next)];
        var nextMatch = nextAt;
        nextAt = at + 1;
        if (nextMatch <= 0 || nextMatch > at || BinaryPrimitives.ReadUInt64LittleEndian(bytes[nextMatch..]) != next)
            return shortMatch;
        at++;
        return nextMatch;
    }

    private void Remember(ReadOnlySpan<byte> bytes, int at)
    {
        var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        _long[LongHash(word)] = at;
        _short[ShortHash(word)] = at;
    }

    private static uint Four(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static int LongHash(ulong word) => (int)((word * 0xCF1BBCDCB7A56463) >> (64 - LongBits));

    // Of five bytes.
    private static int ShortHash(ulong word) => (int)(((word << 24) * 0x9E3779B185EBCA87) >> (64 - ShortBits));
}
