using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nuke.DockerSlim.Secrets;

/// <summary>
/// Finds many needles in one go. Every needle has a window of W bytes (<see cref="NeedleWindows" />), and every run of W bytes of a text has one place that
/// is a multiple of W - 3: so only the four bytes at those places are looked at, by their hash in a set of bits. What the set lets through is compared.
/// </summary>
internal sealed class NeedleIndex
{
    private const int GramLength = 4;
    private const int LongestWindow = 16;
    private const uint Multiplier = 0x9E3779B1;
    private readonly Needle[] _needles;
    private readonly Dictionary<uint, List<Place>> _grams = [];
    private readonly uint[] _bits;
    private readonly int _shift;
    private readonly int _stride;

    /// <summary>Takes up needles.</summary>
    /// <param name="needles">The needles, none shorter than <see cref="Needle.Shortest" />.</param>
    public NeedleIndex(IEnumerable<Needle> needles)
    {
        _needles = [.. needles];
        var window = Math.Min(LongestWindow, _needles.Select(x => x.Bytes.Length).DefaultIfEmpty(LongestWindow).Min());
        _stride = window - GramLength + 1;
        foreach (var (number, needle) in _needles.Index())
        foreach (var piece in NeedleWindows.Of(needle, window))
            Add(number, piece);
        // One bit in 64 is set at most.
        var size = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)_grams.Count * 64), 1 << 12, 1 << 21);
        _shift = 32 - BitOperations.Log2((uint)size);
        _bits = new uint[size / 32];
        foreach (var hash in _grams.Keys.Select(x => (x * Multiplier) >> _shift))
            _bits[hash >> 5] |= 1u << (int)(hash & 31);
    }

    /// <summary>The needles, as matches number them.</summary>
    public IReadOnlyList<Needle> Needles => _needles;

    /// <summary>Bytes that a match takes up at most.</summary>
    public int LongestSpan => _needles.Select(x => x.LongestSpan).DefaultIfEmpty(0).Max();

    /// <summary>Finds every needle that lies in a text whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Where what is found goes; a match may be told more than once.</param>
    public void Find(ReadOnlySpan<byte> text, List<NeedleMatch> found)
    {
        var last = text.Length - GramLength;
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bits);
        var (stride, shift) = (_stride, _shift);
        var at = 0;
        // Four at a time, so that none waits for another.
        for (; at <= last - (3 * stride); at += 4 * stride)
        {
            var any =
                Bit(ref bits, ref start, at, shift)
                | Bit(ref bits, ref start, at + stride, shift)
                | Bit(ref bits, ref start, at + (2 * stride), shift)
                | Bit(ref bits, ref start, at + (3 * stride), shift);
            if ((any & 1) != 0)
                for (var i = 0; i < 4; i++)
                    Compare(text, at + (i * stride), found);
        }
        for (; at <= last; at += stride)
            if ((Bit(ref bits, ref start, at, shift) & 1) != 0)
                Compare(text, at, found);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(ref uint bits, ref byte start, int at, int shift)
    {
        var hash = (Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at)) * Multiplier) >> shift;
        return Unsafe.Add(ref bits, hash >> 5) >> (int)(hash & 31);
    }

    private void Add(int needle, NeedleWindows.Window window)
    {
        for (var at = 0; at < _stride; at++)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_grams, Gram(window.Bytes.AsSpan(at)), out _);
            var (inText, inNeedle) = window.Anchor(at);
            var place = new Place(needle, inText, inNeedle);
            places ??= [];
            if (!places.Contains(place))
                places.Add(place);
        }
    }

    private void Compare(ReadOnlySpan<byte> text, int at, List<NeedleMatch> found)
    {
        if (!_grams.TryGetValue(Gram(text[at..]), out var places))
            return;
        foreach (var (number, inText, inNeedle) in places)
        {
            var needle = _needles[number];
            if (needle.Wraps)
            {
                if (WrappedText.Match(text, at + inText, needle.Bytes, inNeedle, needle.LongestSpan) is var (from, to))
                    found.Add(new NeedleMatch(number, from, to));
                continue;
            }
            var begin = at - inNeedle;
            if (
                begin >= 0
                && begin <= text.Length - needle.Bytes.Length
                && text.Slice(begin, needle.Bytes.Length).SequenceEqual(needle.Bytes)
            )
                found.Add(new NeedleMatch(number, begin, begin + needle.Bytes.Length));
        }
    }

    private static uint Gram(ReadOnlySpan<byte> bytes) => Unsafe.ReadUnaligned<uint>(in bytes[..GramLength][0]);

    /// <summary>What four bytes may belong to.</summary>
    private readonly record struct Place(int Needle, int InText, int InNeedle);
}
