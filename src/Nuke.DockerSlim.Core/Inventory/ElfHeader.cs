using System.Buffers.Binary;

namespace Nuke.DockerSlim.Inventory;

/// <summary>What the header of an ELF file tells about its sections (System V ABI, ELF header), of 32 and 64 bits and either byte order.</summary>
internal readonly record struct ElfHeader(bool Is64, bool IsBigEndian, bool IsProgram, long Sections, int Count, int EntrySize, int Names)
{
    /// <summary>Bytes of the longer of the two headers.</summary>
    public const int Length = 64;

    private const int ShortLength = 52;
    private const int Executable = 2;
    private const int Shared = 3;

    /// <summary>How each begins.</summary>
    public static ReadOnlySpan<byte> Mark => "\u007fELF"u8;

    /// <summary>Reads a header; null where there is none.</summary>
    /// <param name="bytes">The beginning of the file.</param>
    public static ElfHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ShortLength || !bytes.StartsWith(Mark) || bytes[4] is not (1 or 2) || bytes[5] is not (1 or 2))
            return null;
        var (is64, isBig) = (bytes[4] == 2, bytes[5] == 2);
        if (is64 && bytes.Length < Length)
            return null;
        var type = Short(bytes[16..], isBig);
        var tail = bytes[(is64 ? 58 : 46)..];
        return new ElfHeader(
            is64,
            isBig,
            type is Executable or Shared,
            is64 ? Long(bytes[40..], isBig) : Int(bytes[32..], isBig),
            Short(tail[2..], isBig),
            Short(tail, isBig),
            Short(tail[4..], isBig)
        );
    }

    /// <summary>Two bytes in the file's order.</summary>
    public static int Short(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    /// <summary>Four bytes in the file's order.</summary>
    public static long Int(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Eight bytes in the file's order; more than a file can have becomes negative.</summary>
    public static long Long(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
}
