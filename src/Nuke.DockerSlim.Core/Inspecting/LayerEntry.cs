namespace Nuke.DockerSlim.Inspecting;

/// <summary>One entry of a layer, as its tar has it; nothing is ever extracted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">
/// Where it lies, from the root and without a leading slash; empty is the root. <c>.</c> and <c>..</c> are resolved as far as the root. A whiteout's
/// is the path that it removes, an opaque folder's the folder. Bytes that are no UTF-8 are kept (<see cref="PathText" />).
/// </param>
/// <param name="Bytes">Bytes of content that the tar holds; zero for all that has no content.</param>
/// <param name="ExpandedBytes">Bytes that the file has once written out: more than <paramref name="Bytes" /> for a sparse file, else the same.</param>
/// <param name="Mode">Permission bits, set-user-id, set-group-id and sticky bit included.</param>
/// <param name="Link">Where a link leads: a hard link's as a path like <paramref name="Path" />, a symbolic link's as it was written; null for all else.</param>
/// <param name="Fingerprint">XXH64 of the content, to find equal files; null for what has no content, and for sparse files.</param>
public readonly record struct LayerEntry(
    LayerEntryKind Kind,
    string Path,
    long Bytes,
    long ExpandedBytes,
    int Mode,
    string? Link,
    ulong? Fingerprint
)
{
    /// <summary>Whether the path leads out of the image's root, which engines refuse.</summary>
    public bool Escapes => Path == ".." || Path.StartsWith("../", StringComparison.Ordinal);
}
