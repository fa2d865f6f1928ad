using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Reads indexes and manifests (OCI image specification: image-index, manifest; Docker's manifest version 2). They are other people's data.</summary>
internal static class ManifestReader
{
    // Images have some tens; a list that long wants to use up memory or time.
    private const int MostEntries = 10_000;

    /// <summary>Reads a document.</summary>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="UnusableImageException">It is neither index nor manifest, or contradicts itself.</exception>
    public static ImageDocument Read(byte[] content) => JsonPart.Read(content, "a manifest", Read);

    private static ImageDocument Read(JsonPart root)
    {
        if (root["manifests"].IsList)
            return new ImageDocument.Index([.. Entries(root["manifests"])]);
        if (root["schemaVersion"].Number == 1 || root["fsLayers"].IsList || MediaTypes.IsSchema1(root["mediaType"].Text))
            throw new UnusableImageException(
                "holds a manifest of schema 1, the format from before 2016, which names neither config nor sizes"
            )
            {
                Advice = "pull the image and push it again with a current Docker",
            };
        // Go writes null for no layers.
        if (!root["config"].IsObject || (root["layers"].Exists && !root["layers"].IsList))
            throw new UnusableImageException("holds a manifest of an unknown form");
        var config = Descriptor(root["config"]);
        if (!MediaTypes.IsConfig(config.MediaType) || root["artifactType"].Text is { Length: > 0 })
            return new ImageDocument.Artifact(root["artifactType"].Text ?? config.MediaType ?? "");
        BlobDescriptor[] layers = [.. Entries(root["layers"])];
        if (layers.FirstOrDefault(x => MediaTypes.IsEncrypted(x.MediaType)) is { } encrypted)
            throw new UnusableImageException($"holds the layer {encrypted.Digest}, which is encrypted")
            {
                Advice = "measure the image before it is encrypted",
            };
        if (layers.FirstOrDefault(x => !MediaTypes.IsLayer(x.MediaType)) is { } other)
            throw new UnusableImageException($"holds the layer {other.Digest} of the unknown media type '{Cut(other.MediaType)}'")
            {
                Advice = "measure an image whose layers are tars, packed with gzip or zstd or not at all",
            };
        return new ImageDocument.Manifest(config, layers);
    }

    private static IEnumerable<BlobDescriptor> Entries(JsonPart list)
    {
        var count = 0;
        foreach (var item in list.Items)
            yield return ++count <= MostEntries
                ? Descriptor(item)
                : throw new UnusableImageException($"holds a manifest with more than {MostEntries} entries");
    }

    /// <summary>Reads what names a blob.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <exception cref="UnusableImageException">It contradicts itself.</exception>
    public static BlobDescriptor Descriptor(JsonPart descriptor)
    {
        var digest = descriptor["digest"].Text;
        var length = descriptor["size"];
        if (length.Exists && length.Number is not >= 0)
            throw new UnusableImageException($"states no valid size for {Cut(digest)}");
        var type = descriptor["mediaType"].Text;
        var notes = descriptor["annotations"];
        return new BlobDescriptor(
            Digest.TryParse(digest) ?? throw new UnusableImageException($"names a blob by '{Cut(digest)}', which is no digest"),
            length.Number,
            type
        )
        {
            Platform = PlatformName.OfDescriptor(descriptor["platform"]),
            Names =
            [
                .. new[] { notes["org.opencontainers.image.ref.name"].Text, notes["io.containerd.image.name"].Text }
                    .OfType<string>()
                    .Where(x => x.Length > 0),
            ],
            IsAttestation = notes["vnd.docker.reference.type"].Exists,
            Subject = notes["vnd.docker.reference.digest"].Text,
            IsForeign = MediaTypes.IsForeign(type),
        };
    }

    private static string Cut(string? text) => text is { Length: > 100 } ? text[..100] + "…" : text ?? "";
}
