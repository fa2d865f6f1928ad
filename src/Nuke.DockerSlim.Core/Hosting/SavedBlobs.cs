using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// What was taken from a tar that streams by: its documents, and what its layers weigh. Where the image's manifest is known beforehand, it tells when all of
/// the image has been seen: layers that are known need not come by.
/// </summary>
/// <param name="cache">What is known of layers.</param>
/// <param name="manifest">The digest of the image's manifest; null when it is not known.</param>
internal sealed class SavedBlobs(LayerCache cache, Digest? manifest) : IBlobStore
{
    private const string Root = "index.json";
    private readonly Dictionary<string, byte[]> _documents = [];
    private readonly Dictionary<string, StoredBlob> _layers = [];
    private ImageDocument.Manifest? _image;

    /// <inheritdoc />
    public bool HasManifests => true;

    /// <summary>Whether config and layers of the image have been seen or are known; never where its manifest is not known beforehand.</summary>
    public bool IsComplete =>
        Image() is { } image
        && _documents.ContainsKey(image.Config.Digest.Value)
        && image.Layers.All(x => _layers.ContainsKey(x.Digest.Value) || cache.Find(x.Digest.Value) is not null);

    /// <summary>Takes the document that everything starts from.</summary>
    /// <param name="content">Its bytes.</param>
    public void TakeRoot(byte[] content) => _documents[Root] = content;

    /// <summary>Takes a document.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="content">Its bytes.</param>
    public void Take(string blob, byte[] content) => _documents[blob] = content;

    /// <summary>Takes a layer.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="weight">What it weighs.</param>
    public void Take(string blob, long length, LayerWeight weight) => _layers[blob] = Weighed(length, weight);

    /// <inheritdoc />
    public Task<byte[]> ReadRootAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            IsComplete
                ? _documents[manifest!.Value.Value]
                : _documents.GetValueOrDefault(Root) ?? throw new UnusableImageException($"lacks {Root}")
        );

    /// <inheritdoc />
    public Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        FindBlobAsync(manifest, cancellationToken);

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(
            _layers.GetValueOrDefault(blob.Digest.Value)
                ?? (_documents.GetValueOrDefault(blob.Digest.Value) is { } content ? StoredBlob.Of(content) : null)
                ?? (IsComplete && blob.Length is { } length && cache.Find(blob.Digest.Value) is { } known ? Weighed(length, known) : null)
        );

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) =>
        new EngineException($"The engine's copy of the image {clause}; {advice ?? "pull or build the image again"}.", cause);

    private static StoredBlob Weighed(long length, LayerWeight weight) =>
        new(length, _ => throw new NotSupportedException("It has streamed by.")) { Weight = weight };

    // What is not the document that its name says is left for the end, where it is told what is wrong.
    private ImageDocument.Manifest? Image() =>
        _image ??=
            manifest is { } digest
            && _documents.TryGetValue(digest.Value, out var content)
            && BlobText.Matches(digest, content)
            && ManifestReader.Read(content) is ImageDocument.Manifest found
            && found.Layers.All(x => x.Length is not null)
                ? found
                : null;
}
