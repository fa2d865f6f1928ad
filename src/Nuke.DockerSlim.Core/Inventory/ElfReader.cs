using System.Text;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Reads an ELF file as it streams by: the bytes of its symbols and debug information by its section headers, and what Go wrote into it. Nothing is kept
/// but a few kilobytes: where the headers lie is known from the file's beginning, and the sections' names lie nearly always right before or anywhere behind.
/// </summary>
/// <param name="bytes">Bytes of the file.</param>
internal sealed class ElfReader(long bytes) : IContentReader
{
    private const int Before = 8 << 10;
    private const int LargestTable = 256 << 10;
    private const string Cut = "is an ELF file that is cut off or damaged";

    private readonly byte[] _head = new byte[ElfHeader.Length];
    private readonly GoBuildReader _go = new();
    private int _headLength;
    private long _position;
    private ElfHeader? _header;
    private FileWindow? _table;
    private FileWindow? _names;
    private bool _isOther;
    private string? _gap;

    /// <inheritdoc />
    public void Append(ReadOnlySpan<byte> piece)
    {
        if (_isOther)
            return;
        if (_headLength < _head.Length)
            TakeHead(piece);
        _table?.Append(_position, piece);
        if (_names is null && _table is { IsWhole: true } && NamesBehind() is { } names)
            _names = names;
        _names?.Append(_position, piece);
        if (_header is { IsProgram: true })
            _go.Append(piece);
        _position += piece.Length;
    }

    /// <inheritdoc />
    public FileDetails Finish()
    {
        if (_header is null)
            return _headLength >= ElfHeader.Mark.Length && _head.AsSpan().StartsWith(ElfHeader.Mark)
                ? FileDetails.Unread(Cut)
                : new FileDetails();
        var symbols = _table is { IsWhole: true } ? SymbolBytes() : 0;
        return FileDetails.Of(_go.Packages()) with { SymbolBytes = symbols, Gap = _gap };
    }

    private void TakeHead(ReadOnlySpan<byte> piece)
    {
        var taken = Math.Min(piece.Length, _head.Length - _headLength);
        piece[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        _isOther = _headLength >= ElfHeader.Mark.Length && !_head.AsSpan().StartsWith(ElfHeader.Mark);
        if (_headLength < _head.Length || (_header = ElfHeader.Read(_head)) is not { IsProgram: true, Sections: not 0, Count: > 0 } header)
            return;
        var table = (long)header.Count * header.EntrySize;
        if (header.EntrySize != (header.Is64 ? 64 : 40) || header.Sections < 0 || header.Sections > bytes - table)
            _gap = Cut;
        else if (table <= LargestTable)
        {
            var start = Math.Max(0, header.Sections - Before);
            _table = new FileWindow(start, (int)(header.Sections + table - start));
            // The header itself may have come in pieces.
            _table.Append(0, _head.AsSpan(0, _headLength - taken));
        }
    }

    private ReadOnlySpan<byte> Table => _table!.Bytes.Span[(int)(_header!.Value.Sections - _table.Start)..];

    // Such as Go's linker has it.
    private FileWindow? NamesBehind()
    {
        var sections = ElfSection.Read(_header!.Value, Table);
        if (_header.Value.Names >= sections.Length || sections[_header.Value.Names] is not { Bytes: > 0 and <= LargestTable } names)
            return null;
        return names.Offset >= _position && names.Offset + names.Bytes <= bytes ? new FileWindow(names.Offset, (int)names.Bytes) : null;
    }

    private long SymbolBytes()
    {
        var sections = ElfSection.Read(_header!.Value, Table);
        if (sections.Any(x => x.Type is not (0 or ElfSection.NoBits) && (x.Bytes < 0 || x.Offset < 0 || x.Offset > bytes - x.Bytes)))
        {
            _gap = Cut;
            return 0;
        }
        var counted = new HashSet<int>();
        for (var i = 0; i < sections.Length; i++)
        {
            if (sections[i].Type == ElfSection.Symbols)
            {
                counted.Add(i);
                if (sections[i].Link < sections.Length)
                    counted.Add(sections[i].Link);
            }
            else if (sections[i].Type != ElfSection.NoBits && IsDebugging(Name(sections[i], sections)))
                counted.Add(i);
        }
        return counted.Sum(x => sections[x].Bytes);
    }

    // What strip takes by the name alone.
    private static bool IsDebugging(string name) =>
        name.StartsWith(".debug", StringComparison.Ordinal)
        || name.StartsWith(".zdebug", StringComparison.Ordinal)
        || name.StartsWith(".stab", StringComparison.Ordinal)
        || name.StartsWith(".gnu.debuglto_", StringComparison.Ordinal)
        || name == ".gdb_index";

    private string Name(ElfSection section, ElfSection[] sections)
    {
        if (_header!.Value.Names >= sections.Length)
            return "";
        var start = sections[_header.Value.Names].Offset + section.Name;
        foreach (var window in (FileWindow?[])[_names, _table])
            if (window is not null && start >= window.Start && start < window.Start + window.Bytes.Length)
            {
                var rest = window.Bytes.Span[(int)(start - window.Start)..];
                var end = rest.IndexOf((byte)0);
                return Encoding.ASCII.GetString(end < 0 ? rest[..Math.Min(rest.Length, 32)] : rest[..end]);
            }
        return "";
    }
}
