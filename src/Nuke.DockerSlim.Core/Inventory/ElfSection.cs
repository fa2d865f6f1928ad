namespace Nuke.DockerSlim.Inventory;

/// <summary>A section's header (System V ABI, sections).</summary>
internal readonly record struct ElfSection(int Name, int Type, long Offset, long Bytes, int Link)
{
    /// <summary>The symbols that linking needs; a program runs without.</summary>
    public const int Symbols = 2;

    /// <summary>Takes no room in the file.</summary>
    public const int NoBits = 8;

    /// <summary>The sections of a file.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="table">The section headers.</param>
    public static ElfSection[] Read(ElfHeader header, ReadOnlySpan<byte> table)
    {
        var sections = new ElfSection[header.Count];
        for (var i = 0; i < sections.Length; i++)
        {
            var entry = table.Slice(i * header.EntrySize, header.EntrySize);
            var (is64, isBig) = (header.Is64, header.IsBigEndian);
            sections[i] = new ElfSection(
                (int)Math.Min(int.MaxValue, ElfHeader.Int(entry, isBig)),
                (int)Math.Min(int.MaxValue, ElfHeader.Int(entry[4..], isBig)),
                is64 ? ElfHeader.Long(entry[24..], isBig) : ElfHeader.Int(entry[16..], isBig),
                is64 ? ElfHeader.Long(entry[32..], isBig) : ElfHeader.Int(entry[20..], isBig),
                (int)Math.Min(int.MaxValue, is64 ? ElfHeader.Int(entry[40..], isBig) : ElfHeader.Int(entry[24..], isBig))
            );
        }
        return sections;
    }
}
