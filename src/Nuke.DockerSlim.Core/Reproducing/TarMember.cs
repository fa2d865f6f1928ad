using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>One entry of a layer's tar, with all that two builds may differ in.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where it lies, without a leading slash; a whiteout's is the path that it removes.</param>
/// <param name="Bytes">Bytes of content that the tar holds.</param>
/// <param name="Fingerprint">XXH64 of them; null for what has none.</param>
/// <param name="Mode">Permission bits.</param>
/// <param name="UserId">The owner's number.</param>
/// <param name="GroupId">The group's number.</param>
/// <param name="ModifiedAt">Seconds since 1970.</param>
/// <param name="Link">Where a link leads; null for all else.</param>
/// <param name="Attributes">Extended attributes; empty where there are none.</param>
/// <param name="Offset">Where the content begins in the tar.</param>
internal sealed record TarMember(
    LayerEntryKind Kind,
    string Path,
    long Bytes,
    ulong? Fingerprint,
    int Mode,
    long UserId,
    long GroupId,
    decimal ModifiedAt,
    string? Link,
    string Attributes,
    long Offset
)
{
    /// <summary>What it is matched by: a whiteout is not the file that it removes.</summary>
    public (string Path, bool Removes) Key => (Path, Kind is LayerEntryKind.Whiteout or LayerEntryKind.OpaqueFolder);

    /// <summary>Whether both hold the same bytes and lead to the same place.</summary>
    /// <param name="other">The other.</param>
    public bool HasContentOf(TarMember other) =>
        (Kind, Bytes, Fingerprint, Link) == (other.Kind, other.Bytes, other.Fingerprint, other.Link);
}
