using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>All that a manifest or an index names, whatever it is: what has to be kept or moved together with it.</summary>
/// <param name="MediaType">What the document says it is; null where it does not.</param>
/// <param name="Manifests">The manifests and indexes below it.</param>
/// <param name="Blobs">Config and layers.</param>
internal sealed record ManifestParts(string? MediaType, IReadOnlyList<BlobDescriptor> Manifests, IReadOnlyList<BlobDescriptor> Blobs)
{
    /// <summary>Reads a document.</summary>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="UnusableImageException">It names something by no digest.</exception>
    public static ManifestParts Read(byte[] content) =>
        JsonPart.Read(
            content,
            "a manifest",
            root => new ManifestParts(
                root["mediaType"].Text,
                [.. root["manifests"].Items.Select(ManifestReader.Descriptor)],
                [
                    .. root["config"].IsObject ? [ManifestReader.Descriptor(root["config"])] : (BlobDescriptor[])[],
                    .. root["layers"].Items.Select(ManifestReader.Descriptor),
                ]
            )
        );
}
