using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Hosting;

/// <summary>An OCI layout in a tar file.</summary>
/// <param name="file">The file.</param>
/// <param name="tar">Its contents.</param>
internal sealed class OciArchive(FileSource file, TarContents tar) : IBlobStore
{
    /// <inheritdoc />
    public bool HasManifests => true;

    /// <inheritdoc />
    public async Task<byte[]> ReadRootAsync(CancellationToken cancellationToken) =>
        await tar.ReadAsync("index.json", cancellationToken).ConfigureAwait(false)
        ?? throw new UnusableImageException("is no image archive: it has neither index.json nor manifest.json")
        {
            Advice = "name a file that docker save or docker buildx build --output type=oci wrote",
        };

    /// <inheritdoc />
    public Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        FindBlobAsync(manifest, cancellationToken);

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(tar.Find("blobs/" + blob.Digest.Value.Replace(':', '/')));

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) => file.Failure(clause, advice);
}
