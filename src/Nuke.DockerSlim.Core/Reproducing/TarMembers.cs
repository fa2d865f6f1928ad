using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>Lists the entries of a layer's tar, in its order, with all their metadata.</summary>
internal sealed class TarMembers : ILayerVisitor
{
    private readonly List<TarMember> _all = [];
    private readonly XxHash64 _content = new();
    private TarMember? _open;

    /// <summary>The entries.</summary>
    public IReadOnlyList<TarMember> All => _all;

    /// <inheritdoc />
    public bool Begin(in TarEntry entry)
    {
        _open = new TarMember(
            entry.Kind,
            PathText.From(entry.Path),
            entry.Bytes,
            null,
            entry.Mode,
            entry.UserId,
            entry.GroupId,
            entry.ModifiedAt,
            entry.Kind is LayerEntryKind.HardLink or LayerEntryKind.SymbolicLink ? PathText.From(entry.Link) : null,
            entry.Attributes is { } attributes ? Encoding.Latin1.GetString(attributes) : "",
            entry.ContentOffset
        );
        return entry is { Kind: LayerEntryKind.File, Bytes: > 0 };
    }

    /// <inheritdoc />
    public void Content(ReadOnlySpan<byte> bytes) => _content.Append(bytes);

    /// <inheritdoc />
    public void End()
    {
        if (_open is { Kind: LayerEntryKind.File, Bytes: > 0 } file)
        {
            _open = file with { Fingerprint = _content.Value };
            _content.Reset();
        }
        _all.Add(_open!);
    }
}
