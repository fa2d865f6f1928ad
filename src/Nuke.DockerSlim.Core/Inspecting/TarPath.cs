namespace Nuke.DockerSlim.Inspecting;

/// <summary>Brings paths of tars into one form, and tells whiteouts by their names (OCI image specification, layers).</summary>
internal sealed class TarPath
{
    private byte[] _clean = new byte[256];

    /// <summary>The path without leading, doubled and trailing slashes, <c>.</c> and <c>..</c>; what leads out of the root begins with <c>..</c>.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Holds until the next call.</returns>
    public ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> path)
    {
        if (_clean.Length < path.Length + 1)
            _clean = new byte[path.Length * 2];
        var length = 0;
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf((byte)'/');
            var name = slash < 0 ? path : path[..slash];
            path = slash < 0 ? default : path[(slash + 1)..];
            if (name.IsEmpty || name is [(byte)'.'])
                continue;
            var parent = _clean.AsSpan(0, length).LastIndexOf((byte)'/');
            if (name.SequenceEqual(".."u8) && length > 0 && !_clean.AsSpan(parent + 1, length - parent - 1).SequenceEqual(".."u8))
            {
                length = Math.Max(0, parent);
                continue;
            }
            if (length > 0)
                _clean[length++] = (byte)'/';
            name.CopyTo(_clean.AsSpan(length));
            length += name.Length;
        }
        return _clean.AsSpan(0, length);
    }

    /// <summary>What a clean path means besides itself: the path that a whiteout removes, the folder that is made opaque.</summary>
    /// <param name="path">A clean path.</param>
    /// <param name="kind">The kind by its type; replaced where the name says another.</param>
    /// <returns>A part of the path, or of a buffer that holds until the next call.</returns>
    public ReadOnlySpan<byte> Meant(ReadOnlySpan<byte> path, scoped ref LayerEntryKind kind)
    {
        var parent = path[..(path.LastIndexOf((byte)'/') + 1)];
        var name = path[parent.Length..];
        if (!name.StartsWith(".wh."u8))
            return path;
        if (name.SequenceEqual(".wh..wh..opq"u8))
        {
            kind = LayerEntryKind.OpaqueFolder;
            return parent.TrimEnd((byte)'/');
        }
        if (name.StartsWith(".wh..wh."u8))
        {
            kind = LayerEntryKind.UnionMetadata;
            return path;
        }
        var removed = name[4..];
        // Engines refuse these: they would remove the folder itself, or the one above it.
        if (removed.IsEmpty || removed.SequenceEqual("."u8) || removed.SequenceEqual(".."u8))
            return path;
        kind = LayerEntryKind.Whiteout;
        // The path lies in our own buffer: the name moves over its prefix.
        removed.CopyTo(_clean.AsSpan(parent.Length));
        return _clean.AsSpan(0, parent.Length + removed.Length);
    }
}
