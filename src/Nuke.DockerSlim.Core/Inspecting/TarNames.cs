namespace Nuke.DockerSlim.Inspecting;

/// <summary>What stands before an entry's own header: PAX records, GNU's long name and long link; and the entry that both make together.</summary>
internal sealed class TarNames
{
    private readonly TarPath _path = new();
    private readonly TarPath _link = new();
    private readonly byte[] _joined = new byte[256];
    private byte[] _extension = [];
    private int _filled;
    private char _type;
    private PaxRecords? _pax;
    private byte[]? _longName;
    private byte[]? _longLink;

    /// <summary>The size that the records give the entry; null: its header's holds.</summary>
    public long? Size => _pax?.Size;

    /// <summary>An extension begins.</summary>
    /// <param name="type">Its type flag: x, L or K.</param>
    /// <param name="length">Its bytes.</param>
    public void Start(char type, int length) => (_type, _extension, _filled) = (type, new byte[length], 0);

    /// <summary>Takes the next piece of it.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_extension.AsSpan(_filled));
        _filled += bytes.Length;
    }

    /// <summary>The extension is whole.</summary>
    /// <returns>Whether it could be read.</returns>
    public bool Finish()
    {
        var end = _extension.AsSpan().IndexOf((byte)0);
        if (_type == 'x')
            _pax = PaxRecords.Read(_extension);
        else if (_type == 'L')
            _longName = end < 0 ? _extension : _extension[..end];
        else
            _longLink = end < 0 ? _extension : _extension[..end];
        return _type != 'x' || _pax is not null;
    }

    /// <summary>Forgets the extensions: they hold for one entry.</summary>
    public void Forget() => (_pax, _longName, _longLink) = (null, null, null);

    /// <summary>The entry that a header begins, its extensions applied.</summary>
    /// <param name="header">The header.</param>
    /// <param name="offset">Where the content behind it begins.</param>
    /// <returns>Holds until the next call.</returns>
    public TarEntry Entry(TarHeader header, long offset)
    {
        var name = (_longName ?? _pax?.Name) is { } extended ? extended : Joined(header);
        var kind = TarTypes.KindOf(header.Type, name.EndsWith("/"u8));
        var link =
            !IsLink(kind) ? default
            : (_longLink ?? _pax?.LinkPath) is { } extendedLink ? extendedLink
            : header.Link;
        if (kind is LayerEntryKind.HardLink)
            link = _link.Clean(link);
        var expanded = header.Type == 'S' ? header.ExpandedSize : _pax?.ExpandedSize;
        var hasContent = kind is LayerEntryKind.File;
        var path = _path.Meant(_path.Clean(name), ref kind);
        return new TarEntry
        {
            Kind = kind,
            Path = path,
            Link = link,
            Bytes = hasContent ? Size ?? header.Size ?? 0 : 0,
            ExpandedBytes = hasContent ? expanded : null,
            Mode = header.Mode,
            UserId = _pax?.UserId ?? header.UserId,
            GroupId = _pax?.GroupId ?? header.GroupId,
            ModifiedAt = _pax?.ModifiedAt ?? header.ModifiedAt,
            Attributes = _pax?.Attributes,
            ContentOffset = offset,
        };
    }

    private static bool IsLink(LayerEntryKind kind) => kind is LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink;

    private ReadOnlySpan<byte> Joined(TarHeader header)
    {
        var prefix = header.Prefix;
        var name = header.Name;
        if (prefix.IsEmpty)
            return name;
        prefix.CopyTo(_joined);
        _joined[prefix.Length] = (byte)'/';
        name.CopyTo(_joined.AsSpan(prefix.Length + 1));
        return _joined.AsSpan(0, prefix.Length + 1 + name.Length);
    }
}
