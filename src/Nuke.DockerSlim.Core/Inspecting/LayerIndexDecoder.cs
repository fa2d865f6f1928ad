using System.Buffers.Binary;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Reads the entries that <see cref="LayerIndexBuilder" /> wrote, one after the other.</summary>
internal sealed class LayerIndexDecoder(ReadOnlyMemory<byte> entries)
{
    /// <summary>Added to the kind of a sparse file.</summary>
    public const int Sparse = 0x40;

    private readonly CompactReader _reader = new(entries);
    private byte[] _path = new byte[256];

    /// <summary>The next entry.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public LayerEntry Next()
    {
        var flags = _reader.Number();
        var kind = (LayerEntryKind)(flags & ~Sparse);
        var mode = (int)_reader.Number();
        var path = NextPath();
        var bytes = kind is LayerEntryKind.File or LayerEntryKind.UnionMetadata ? _reader.Number() : 0;
        var isSparse = (flags & Sparse) != 0;
        var expanded = isSparse ? _reader.Number() : bytes;
        var link = kind is LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink ? PathText.From(_reader.Text()) : null;
        ulong? fingerprint =
            kind is LayerEntryKind.File && bytes > 0 && !isSparse ? BinaryPrimitives.ReadUInt64LittleEndian(_reader.Raw(8)) : null;
        return new LayerEntry(kind, path, bytes, expanded, mode, link, fingerprint);
    }

    private string NextPath()
    {
        var shared = _reader.Number();
        var rest = _reader.Text();
        if (shared < 0 || shared > _path.Length)
            throw new InvalidDataException("The index of a layer is damaged.");
        var length = (int)shared + rest.Length;
        if (_path.Length < length)
            Array.Resize(ref _path, length * 2);
        rest.CopyTo(_path.AsSpan((int)shared));
        return PathText.From(_path.AsSpan(0, length));
    }
}
