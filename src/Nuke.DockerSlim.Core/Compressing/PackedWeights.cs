namespace Nuke.DockerSlim.Compressing;

/// <summary>What a layer comes to when it is compressed.</summary>
/// <param name="GZip">Under gzip as the engine compresses; null: was not asked for.</param>
/// <param name="Zstandard">Under zstd at its default level.</param>
internal readonly record struct PackedWeights(long? GZip, long Zstandard);
