using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Hosting;

/// <summary>What was taken from a tar that streamed by: its documents, and what its layers weigh.</summary>
/// <param name="documents">The documents, by digest; and <c>index.json</c>.</param>
/// <param name="layers">The layers, by digest.</param>
internal sealed class SavedBlobs(IReadOnlyDictionary<string, byte[]> documents, IReadOnlyDictionary<string, StoredBlob> layers) : IBlobStore
{
    /// <inheritdoc />
    public bool HasManifests => true;

    /// <inheritdoc />
    public Task<byte[]> ReadRootAsync(CancellationToken cancellationToken) =>
        Task.FromResult(documents.GetValueOrDefault("index.json") ?? throw new UnusableImageException("lacks index.json"));

    /// <inheritdoc />
    public Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        FindBlobAsync(manifest, cancellationToken);

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(
            layers.GetValueOrDefault(blob.Digest.Value)
                ?? (documents.GetValueOrDefault(blob.Digest.Value) is { } content ? StoredBlob.Of(content) : null)
        );

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) =>
        new EngineException($"The engine's copy of the image {clause}; {advice ?? "pull or build the image again"}.", cause);
}
