using System.Buffers.Binary;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>
/// Times and ids at the places where binary formats keep them: gzip (RFC 1952), zip (APPNOTE, local and central headers, extra field 0x5455), ar (member
/// headers), Python's bytecode (PEP 552), ELF notes (NT_GNU_BUILD_ID).
/// </summary>
internal static class BinaryTimes
{
    private static readonly (RepeatedCause Cause, string Words, Action<byte[]> Clear)[] Formats =
    [
        (RepeatedCause.GzipTime, "the time in its gzip header", ClearGzip),
        (RepeatedCause.ZipTimes, "the times of its zip entries", ClearZip),
        (RepeatedCause.LibraryTimes, "the times or owners of its members (ar)", ClearLibrary),
        (RepeatedCause.BytecodeTime, "the source's time in Python bytecode", ClearBytecode),
        (RepeatedCause.BuildId, "the build id of a program", ClearBuildIds),
    ];

    /// <summary>The cause, where both are the same without it; null where none of these is all of it.</summary>
    /// <param name="first">A content.</param>
    /// <param name="second">The other.</param>
    public static (RepeatedCause Cause, string Words)? Cause(byte[] first, byte[] second)
    {
        if (first.Length != second.Length)
            return null;
        foreach (var (cause, words, clear) in Formats)
        {
            var (one, other) = ((byte[])first.Clone(), (byte[])second.Clone());
            clear(one);
            clear(other);
            if (one.AsSpan().SequenceEqual(other))
                return (cause, words);
        }
        return null;
    }

    private static void ClearGzip(byte[] bytes)
    {
        if (bytes is [0x1f, 0x8b, 8, ..] && bytes.Length >= 10)
            bytes.AsSpan(4, 4).Clear();
    }

    private static void ClearZip(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
            return;
        foreach (var (signature, time, names, header) in new[] { (0x04034b50u, 10, 26, 30), (0x02014b50u, 12, 28, 46) })
            for (var at = Next(bytes, signature, 0); at >= 0; at = Next(bytes, signature, at + 4))
            {
                if (at + header > bytes.Length)
                    break;
                bytes.AsSpan(at + time, 4).Clear();
                var name = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + names));
                var extra = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + names + 2));
                ClearExtra(bytes, at + header + name, extra);
            }
    }

    private static int Next(byte[] bytes, uint signature, int from)
    {
        Span<byte> wanted = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(wanted, signature);
        var found = from >= bytes.Length ? -1 : bytes.AsSpan(from).IndexOf(wanted);
        return found < 0 ? -1 : from + found;
    }

    private static void ClearExtra(byte[] bytes, int at, int length)
    {
        var end = at + length;
        if (end > bytes.Length)
            return;
        while (at + 4 <= end)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2));
            if (at + 4 + size > end)
                return;
            if (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)) == 0x5455 && size > 1)
                bytes.AsSpan(at + 5, size - 1).Clear();
            at += 4 + size;
        }
    }

    // Name 16, time 12, owner 6, group 6, mode 8, size 10, end 2.
    private static void ClearLibrary(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("!<arch>\n"u8))
            return;
        for (var at = 8; at + 60 <= bytes.Length && bytes.AsSpan(at + 58, 2).SequenceEqual("`\n"u8); )
        {
            bytes.AsSpan(at + 16, 24).Clear();
            if (!long.TryParse(bytes.AsSpan(at + 48, 10).Trim((byte)' '), out var size) || size < 0 || size > bytes.Length)
                return;
            at += 60 + (int)(size + (size & 1));
        }
    }

    // Four bytes of version, of which the last two are a line end; flags, of which zero says that a time follows.
    private static void ClearBytecode(byte[] bytes)
    {
        if (bytes is [_, _, (byte)'\r', (byte)'\n', 0, 0, 0, 0, ..] && bytes.Length >= 16)
            bytes.AsSpan(8, 4).Clear();
    }

    private static void ClearBuildIds(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("\u007fELF"u8))
            return;
        var note = "\u0003\0\0\0GNU\0"u8;
        for (var at = 0; bytes.AsSpan(at).IndexOf(note) is >= 4 and var found; at += found + note.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + found - 4));
            if (length <= 64 && at + found + note.Length + (int)length <= bytes.Length)
                bytes.AsSpan(at + found + note.Length, (int)length).Clear();
        }
    }
}
