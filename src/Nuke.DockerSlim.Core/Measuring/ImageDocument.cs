namespace Nuke.DockerSlim.Measuring;

/// <summary>An index or a manifest, as far as measuring needs it.</summary>
internal abstract record ImageDocument
{
    private ImageDocument() { }

    /// <summary>Names manifests and further indexes.</summary>
    /// <param name="Manifests">What it names, in its order.</param>
    public sealed record Index(IReadOnlyList<BlobDescriptor> Manifests) : ImageDocument;

    /// <summary>One image of one platform.</summary>
    /// <param name="Config">Its config.</param>
    /// <param name="Layers">Its layers, the lowest first.</param>
    public sealed record Manifest(BlobDescriptor Config, IReadOnlyList<BlobDescriptor> Layers) : ImageDocument;

    /// <summary>Something else that registries hold: a chart, a signature, a build cache.</summary>
    /// <param name="Kind">What it says it is.</param>
    public sealed record Artifact(string Kind) : ImageDocument;
}
