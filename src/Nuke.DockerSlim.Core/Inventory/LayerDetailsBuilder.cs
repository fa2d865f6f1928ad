using System.Globalization;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>
/// Takes from the files of a layer, while it streams by, what tells about packages and programs. Only what follows from a file is kept, never the file. What may
/// be read and kept of a layer is bounded: a layer made to fill memory has package files without end.
/// </summary>
/// <param name="mostRead">Bytes of package files that are read.</param>
/// <param name="mostFacts">Packages, folders and files that are kept.</param>
internal sealed class LayerDetailsBuilder(long mostRead = LayerDetailsBuilder.MostRead, int mostFacts = LayerDetailsBuilder.MostFacts)
    : ILayerVisitor
{
    private const long MostRead = 64 << 20;
    private const int MostFacts = 200_000;
    private const int SmallestProgram = 256;

    private readonly Dictionary<string, FileDetails> _files = new(StringComparer.Ordinal);

    // Of two entries of one path the later counts, also where it tells nothing. A text for each entry would cost more than all else here.
    private readonly HashSet<int> _paths = [];
    private byte[] _path = new byte[256];
    private int _pathLength;
    private long _bytes;
    private IContentReader? _reader;
    private FileDetails? _known;
    private bool _mayBeProgram;
    private long _read;
    private int _facts;
    private string? _gap;

    private string Path => PathText.From(_path.AsSpan(0, _pathLength));

    /// <inheritdoc />
    public bool Begin(in TarEntry entry)
    {
        (_reader, _known, _mayBeProgram) = (null, null, false);
        KeepPath(entry.Path);
        if (entry is not { Kind: LayerEntryKind.File, ExpandedBytes: null } || _gap is not null)
            return false;
        _bytes = entry.Bytes;
        if (DetailSource.Of(entry.Path) is { } source)
            return Open(source);
        _mayBeProgram = entry.Bytes >= SmallestProgram;
        return _mayBeProgram;
    }

    /// <inheritdoc />
    public void Content(ReadOnlySpan<byte> bytes)
    {
        if (_mayBeProgram)
        {
            _mayBeProgram = false;
            if (bytes[0] == ElfHeader.Mark[0])
                _reader = new ElfReader(_bytes);
        }
        _reader?.Append(bytes);
    }

    /// <inheritdoc />
    public void End()
    {
        var details = _known ?? _reader?.Finish();
        if (details is { IsEmpty: false })
            Keep(details);
        else if (_paths.Count > 0 && _paths.Contains(PathHash()))
            _files.Remove(Path);
    }

    /// <summary>The details of what was seen.</summary>
    public LayerDetails Build() => new(_files, _gap);

    private bool Open(DetailSource source)
    {
        if (source.Known is not null)
            _known = source.Known;
        else if (_bytes > source.Most && !source.IsBeginningEnough && !source.IsStreamed)
            _known = FileDetails.Uncounted(string.Create(CultureInfo.InvariantCulture, $"has {_bytes:N0} bytes, more than anybody writes"));
        else if ((_read += Math.Min(_bytes, source.Most)) > mostRead)
            _gap = string.Create(
                CultureInfo.InvariantCulture,
                $"its package files beyond the first {mostRead / 1_000_000:N0} MB were not read"
            );
        else
            _reader = source.Open(_bytes);
        return _reader is not null;
    }

    private void Keep(FileDetails details)
    {
        _facts += 1 + details.Packages.Count + details.DevelopmentFolders.Count + details.Integrities.Count;
        if (_facts > mostFacts)
            _gap ??= string.Create(CultureInfo.InvariantCulture, $"only {mostFacts:N0} packages and programs of it are listed");
        else
        {
            _paths.Add(PathHash());
            _files[Path] = details;
        }
    }

    private int PathHash()
    {
        var hash = new HashCode();
        hash.AddBytes(_path.AsSpan(0, _pathLength));
        return hash.ToHashCode();
    }

    private void KeepPath(ReadOnlySpan<byte> path)
    {
        if (_path.Length < path.Length)
            _path = new byte[path.Length * 2];
        path.CopyTo(_path);
        _pathLength = path.Length;
    }
}
