using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>One platform's image in a registry.</summary>
/// <param name="ManifestDigest">The platform manifest's digest.</param>
/// <param name="ConfigDigest">The config's digest.</param>
/// <param name="Config">Bytes of the config.</param>
/// <param name="Layers">The compressed layers, the lowest first.</param>
public sealed record PublishedPlatform(
    Digest ManifestDigest,
    Digest ConfigDigest,
    ByteSize Config,
    IReadOnlyList<(Digest Digest, ByteSize Download)> Layers
)
{
    /// <summary>The diff ids that the config names, the lowest first; null where it names none, or was not read.</summary>
    public IReadOnlyList<string>? DiffIds { get; init; }

    /// <summary>The platform that the config names, normal form; null where it was not read.</summary>
    public string? Platform { get; init; }
}
