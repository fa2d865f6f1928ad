using System.Buffers.Binary;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Makes the index of a layer while it streams by.</summary>
/// <param name="largest">Bytes that the index may have: a layer made to fill memory has entries without end.</param>
internal sealed class LayerIndexBuilder(int largest = LayerIndexBuilder.Largest) : ILayerVisitor
{
    /// <summary>Room for about a million entries.</summary>
    public const int Largest = 32 << 20;

    private readonly CompactWriter _writer = new();
    private readonly XxHash64 _content = new();
    private byte[] _previous = new byte[256];
    private int _previousLength;
    private int _whole;
    private int _count;
    private bool _hasFingerprint;
    private string? _gap;

    /// <inheritdoc />
    public bool Begin(in TarEntry entry)
    {
        if (_gap is not null)
            return false;
        _hasFingerprint = entry is { Kind: LayerEntryKind.File, Bytes: > 0, ExpandedBytes: null };
        _writer.Number((int)entry.Kind | (entry.ExpandedBytes is null ? 0 : LayerIndexDecoder.Sparse));
        _writer.Number(entry.Mode);
        var shared = entry.Path.CommonPrefixLength(_previous.AsSpan(0, _previousLength));
        _writer.Number(shared);
        _writer.Text(entry.Path[shared..]);
        if (entry.Kind is LayerEntryKind.File or LayerEntryKind.UnionMetadata)
            _writer.Number(entry.Bytes);
        if (entry.ExpandedBytes is { } expanded)
            _writer.Number(expanded);
        if (entry.Kind is LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink)
            _writer.Text(entry.Link);
        if (_previous.Length < entry.Path.Length)
            _previous = new byte[entry.Path.Length * 2];
        entry.Path.CopyTo(_previous);
        _previousLength = entry.Path.Length;
        return _hasFingerprint;
    }

    /// <inheritdoc />
    public void Content(ReadOnlySpan<byte> bytes) => _content.Append(bytes);

    /// <inheritdoc />
    public void End()
    {
        if (_gap is not null)
            return;
        if (_hasFingerprint)
        {
            Span<byte> fingerprint = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(fingerprint, _content.Value);
            _writer.Raw(fingerprint);
            _content.Reset();
        }
        if (_writer.Length > largest)
        {
            _gap = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"only the first {_count:N0} entries are listed");
            _hasFingerprint = false;
            return;
        }
        _whole = _writer.Length;
        _count++;
    }

    /// <summary>The index of what was seen.</summary>
    /// <param name="damage">Why the tar could not be read to its end; null when it could.</param>
    public LayerIndex Build(string? damage)
    {
        _writer.Cut(_whole);
        return new LayerIndex(_count, _gap ?? damage, _writer.Written.ToArray());
    }
}
