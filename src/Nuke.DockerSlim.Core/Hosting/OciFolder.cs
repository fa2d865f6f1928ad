using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Hosting;

/// <summary>An OCI layout in a folder (OCI image specification: image-layout).</summary>
/// <param name="folder">The folder.</param>
internal sealed class OciFolder(FileSource folder) : IBlobStore
{
    /// <inheritdoc />
    public bool HasManifests => true;

    /// <inheritdoc />
    public async Task<byte[]> ReadRootAsync(CancellationToken cancellationToken)
    {
        var index = new FileInfo(Path.Combine(folder.Path, "index.json"));
        return index.Exists
            ? await FileSource.ReadAsync(index.FullName, 0, index.Length, cancellationToken).ConfigureAwait(false)
            : throw new UnusableImageException("is no OCI layout: it lacks index.json")
            {
                Advice = "name the folder that index.json lies in",
            };
    }

    /// <inheritdoc />
    public Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        FindBlobAsync(manifest, cancellationToken);

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken)
    {
        // A digest is an algorithm's name and hexadecimal digits: it cannot lead out of the folder.
        var file = new FileInfo(Path.Combine(folder.Path, "blobs", blob.Digest.Value.Replace(':', Path.DirectorySeparatorChar)));
        return Task.FromResult(file.Exists ? new StoredBlob(file.Length, _ => Task.FromResult(FileSource.Open(file.FullName, 0))) : null);
    }

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) => folder.Failure(clause, advice);
}
