using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>What an index or a manifest says about one blob (OCI image specification: descriptor).</summary>
/// <param name="Digest">The blob's digest.</param>
/// <param name="Length">The blob's bytes; null where they are not stated.</param>
/// <param name="MediaType">What it is; null where that is not stated.</param>
internal sealed record BlobDescriptor(Digest Digest, long? Length, string? MediaType)
{
    /// <summary>The platform that an index names for it, normal form; null where it names none.</summary>
    public string? Platform { get; init; }

    /// <summary>Names that an index knows it by.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether it is BuildKit's statement about an image, and no image.</summary>
    public bool IsAttestation { get; init; }

    /// <summary>The digest of the image that an attestation is about; null where it names none.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether its content may lie elsewhere than in registries and archives.</summary>
    public bool IsForeign { get; init; }
}
