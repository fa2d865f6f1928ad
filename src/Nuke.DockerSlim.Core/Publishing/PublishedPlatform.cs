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
);
