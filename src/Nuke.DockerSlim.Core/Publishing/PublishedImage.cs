using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>What a registry holds under a tag.</summary>
/// <param name="Digest">What the tag resolves to: an image manifest, or an index.</param>
/// <param name="Images">The images of its platforms; attestations are none.</param>
public sealed record PublishedImage(Digest Digest, IReadOnlyList<PublishedPlatform> Images);
