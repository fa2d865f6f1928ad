namespace Nuke.DockerSlim.Measuring;

/// <summary>The media types of images: OCI's, and Docker's from before (image manifest version 2, schema 2).</summary>
internal static class MediaTypes
{
    /// <summary>OCI's index.</summary>
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    /// <summary>OCI's manifest.</summary>
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>Docker's index.</summary>
    public const string DockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>Docker's manifest.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    private const string OciLayer = "application/vnd.oci.image.layer.";
    private const string DockerLayer = "application/vnd.docker.image.rootfs.";

    private static readonly string[] Configs =
    [
        "application/vnd.oci.image.config.v1+json",
        "application/vnd.docker.container.image.v1+json",
        // What builders before OCI wrote.
        "application/octet-stream",
    ];

    /// <summary>Whether a descriptor of an index can lead to an image; one that does not say what it is may.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool MayBeImage(string? type) =>
        type is null or "" or OciIndex or OciManifest or DockerList or DockerManifest || IsSchema1(type);

    /// <summary>Whether it is the format from before 2016.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool IsSchema1(string? type) =>
        type is not null && type.StartsWith("application/vnd.docker.distribution.manifest.v1", StringComparison.Ordinal);

    /// <summary>Whether a manifest with this config is an image.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool IsConfig(string? type) => type is null or "" || Configs.Contains(type);

    /// <summary>Whether it is a layer, packed in whatever way.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool IsLayer(string? type) =>
        type is null or "" || type.StartsWith(OciLayer, StringComparison.Ordinal) || type.StartsWith(DockerLayer, StringComparison.Ordinal);

    /// <summary>Whether a layer's content is kept from everybody without a key.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool IsEncrypted(string? type) => type is not null && type.EndsWith("+encrypted", StringComparison.Ordinal);

    /// <summary>Whether a layer may not be distributed, so that only its descriptor is.</summary>
    /// <param name="type">The media type, or null.</param>
    public static bool IsForeign(string? type) =>
        type is not null
        && (
            type.StartsWith(OciLayer + "nondistributable.", StringComparison.Ordinal)
            || type.StartsWith(DockerLayer + "foreign.", StringComparison.Ordinal)
        );
}
