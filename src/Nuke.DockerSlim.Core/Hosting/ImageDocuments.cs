using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Searches what an image has beside its layers: indexes, manifest, config, and the statements about it that lie at the same place.</summary>
/// <param name="store">The place.</param>
/// <param name="search">The search.</param>
internal sealed class ImageDocuments(IBlobStore store, SecretSearch search)
{
    private const int DeepestIndex = 8;
    private const int MostStatements = 100;
    private int _statements;

    /// <summary>Searches all of them.</summary>
    /// <param name="image">The image.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnusableImageException">A document is not what it should be.</exception>
    public async Task SearchAsync(FoundImage image, CancellationToken cancellationToken)
    {
        var root = await store.ReadRootAsync(cancellationToken).ConfigureAwait(false);
        await WalkAsync(root, image, "index.json", 0, cancellationToken).ConfigureAwait(false);
        if (await ReadAsync(image.Manifest.Config, cancellationToken).ConfigureAwait(false) is { } config)
            search.Search(config, "", SecretPlace.Config);
    }

    private async Task WalkAsync(byte[] content, FoundImage image, string name, int depth, CancellationToken cancellationToken)
    {
        search.Search(content, name, SecretPlace.Annotation);
        if (depth > DeepestIndex)
            return;
        foreach (var entry in ManifestParts.Read(content).Manifests)
            if (entry.IsAttestation)
                await SearchStatementsAsync(entry, image, cancellationToken).ConfigureAwait(false);
            else if (
                (entry.Digest == image.Digest || entry.Platform is null && MediaTypes.MayBeImage(entry.MediaType))
                && await ReadManifestAsync(entry, cancellationToken).ConfigureAwait(false) is { } below
            )
                await WalkAsync(below, image, $"manifest {entry.Digest.Short}", depth + 1, cancellationToken).ConfigureAwait(false);
    }

    private async Task SearchStatementsAsync(BlobDescriptor entry, FoundImage image, CancellationToken cancellationToken)
    {
        // Those of other platforms are searched with them.
        if (entry.Subject is { } subject && subject != image.Digest.Value)
            return;
        var name = $"attestation {entry.Digest.Short}";
        if (await ReadManifestAsync(entry, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            search.Gaps.Add($"The {name} is not at this place and was not searched");
            return;
        }
        search.Search(content, name, SecretPlace.Annotation);
        foreach (var statement in ManifestParts.Read(content).Blobs)
        {
            if (++_statements > MostStatements)
            {
                search.Gaps.Add($"Only the first {MostStatements} attestations were searched");
                return;
            }
            if (await ReadAsync(statement, cancellationToken).ConfigureAwait(false) is { } text)
                search.Search(text, name, SecretPlace.Attestation);
            else
                search.Gaps.Add(
                    $"The {name} has a statement {statement.Digest.Short} that is missing or larger than {new ByteSize(BlobText.LargestDocument).Text}, and was not searched"
                );
        }
    }

    private async Task<byte[]?> ReadManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        await store.FindManifestAsync(manifest, cancellationToken).ConfigureAwait(false) is { } blob
            ? await BlobText.ReadAsync(manifest, blob, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<byte[]?> ReadAsync(BlobDescriptor document, CancellationToken cancellationToken) =>
        await store.FindBlobAsync(document, cancellationToken).ConfigureAwait(false)
            is { Weight: null, Length: <= BlobText.LargestDocument } blob
            ? await BlobText.ReadAsync(document, blob, cancellationToken).ConfigureAwait(false)
            : null;
}
