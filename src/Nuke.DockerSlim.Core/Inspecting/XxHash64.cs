using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>XXH64 over pieces, seed 0 (xxHash specification): tells equal files apart from different ones at the speed of memory. Not for proofs.</summary>
internal sealed class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;
    private const int Stripe = 32;

    private readonly byte[] _rest = new byte[Stripe];
    private int _kept;
    private ulong _length;
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public XxHash64() => Reset();

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        (_a, _b, _c, _d) = (unchecked(Prime1 + Prime2), Prime2, 0, unchecked(0 - Prime1));
        (_kept, _length) = (0, 0);
    }

    /// <summary>Takes the next piece.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_kept > 0)
        {
            var taken = Math.Min(Stripe - _kept, bytes.Length);
            bytes[..taken].CopyTo(_rest.AsSpan(_kept));
            _kept += taken;
            bytes = bytes[taken..];
            if (_kept < Stripe)
                return;
            Mix(_rest);
            _kept = 0;
        }
        var whole = bytes.Length & ~(Stripe - 1);
        Mix(bytes[..whole]);
        bytes[whole..].CopyTo(_rest);
        _kept = bytes.Length - whole;
    }

    /// <summary>The hash of what was taken.</summary>
    public ulong Value
    {
        get
        {
            var hash = Prime5;
            if (_length >= Stripe)
            {
                hash =
                    BitOperations.RotateLeft(_a, 1)
                    + BitOperations.RotateLeft(_b, 7)
                    + BitOperations.RotateLeft(_c, 12)
                    + BitOperations.RotateLeft(_d, 18);
                foreach (var lane in (ReadOnlySpan<ulong>)[_a, _b, _c, _d])
                    hash = (hash ^ Round(0, lane)) * Prime1 + Prime4;
            }
            hash += _length;
            var rest = _rest.AsSpan(0, _kept);
            for (; rest.Length >= 8; rest = rest[8..])
                hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1 + Prime4;
            if (rest.Length >= 4)
            {
                hash = BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2 + Prime3;
                rest = rest[4..];
            }
            foreach (var last in rest)
                hash = BitOperations.RotateLeft(hash ^ (last * Prime5), 11) * Prime1;
            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }

    private void Mix(ReadOnlySpan<byte> stripes)
    {
        // .NET runs on little-endian machines only.
        var words = MemoryMarshal.Cast<byte, ulong>(stripes);
        var (a, b, c, d) = (_a, _b, _c, _d);
        for (var i = 0; i + 3 < words.Length; i += 4)
        {
            a = Round(a, words[i]);
            b = Round(b, words[i + 1]);
            c = Round(c, words[i + 2]);
            d = Round(d, words[i + 3]);
        }
        (_a, _b, _c, _d) = (a, b, c, d);
    }

    private static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft(lane + word * Prime2, 31) * Prime1;
}
