using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Contexts;

/// <summary>Something in a build context that <c>.dockerignore</c> lets through.</summary>
/// <param name="Path">Relative to the context's folder, parted by slashes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Bytes of a regular file; zero for all else.</param>
/// <param name="ModifiedAt">When it was last modified, UTC.</param>
/// <param name="LinkTarget">Where a symbolic link points, as it is written; null for all else.</param>
public sealed record ContextEntry(string Path, ContextEntryKind Kind, ByteSize Content, DateTime ModifiedAt, string? LinkTarget = null);
