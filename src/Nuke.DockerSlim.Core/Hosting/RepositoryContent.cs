using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// What repositories hold, and what their tags stand for. Documents of a repository are read once: content of a digest does not change, and what a tag stood for can be put back
/// even where the registry has forgotten it since.
/// </summary>
/// <param name="registry">Reads.</param>
/// <param name="upload">Writes.</param>
public sealed class RepositoryContent(IImageRegistry registry, IRegistryUpload upload)
{
    private readonly ConcurrentDictionary<(string Repository, Digest Digest), byte[]> _documents = [];

    /// <summary>See <see cref="IImagePublisher.FindAsync" />.</summary>
    /// <param name="reference">Repository, and tag or digest.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or gives other content than a digest names.</exception>
    public async Task<Digest?> FindAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        if (await registry.ReadManifestAsync(reference, cancellationToken).ConfigureAwait(false) is not { } content)
            return null;
        if (reference.Digest is { } asked)
        {
            if (!BlobText.Matches(asked, content))
                throw new EngineException(
                    $"The registry {reference.Host} gives other content than {asked} under that digest; ask its administrator."
                );
            _documents[(reference.Repository, asked)] = content;
            return asked;
        }
        var digest = BlobText.DigestOf(content);
        _documents[(reference.Repository, digest)] = content;
        return digest;
    }

    /// <summary>See <see cref="IImagePublisher.ReadAsync" />.</summary>
    /// <param name="reference">Repository, and tag or digest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or what it holds is damaged.</exception>
    public async Task<PublishedImage?> ReadAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken).ConfigureAwait(false) is not { } digest)
            return null;
        try
        {
            var images = new List<PublishedPlatform>();
            await AddAsync(reference.WithDigest(digest), images, cancellationToken).ConfigureAwait(false);
            return new PublishedImage(digest, images);
        }
        catch (UnusableImageException e)
        {
            throw Damaged(reference, e);
        }
    }

    /// <summary>See <see cref="IImagePublisher.MoveAsync" />.</summary>
    /// <param name="tag">Repository and tag.</param>
    /// <param name="digest">What it is to stand for.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or no longer has it.</exception>
    public async Task MoveAsync(ImageReference tag, Digest digest, CancellationToken cancellationToken)
    {
        var content = await DocumentAsync(tag.WithDigest(digest), cancellationToken).ConfigureAwait(false);
        await upload.PutManifestAsync(tag, TypeOf(content), content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>See <see cref="IImagePublisher.UploadIndexAsync" />.</summary>
    /// <param name="index">What it is made of.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or no longer has one of the images.</exception>
    public async Task<Digest> UploadIndexAsync(IndexContent index, ImageReference repository, CancellationToken cancellationToken)
    {
        var images = new List<JsonObject>();
        foreach (var image in index.Images)
            images.AddRange(await EntriesAsync(repository.WithDigest(image), cancellationToken).ConfigureAwait(false));
        var entries = await new AttestationUpload(upload)
            .AddAsync(images, index.Statements, repository, cancellationToken)
            .ConfigureAwait(false);
        var content = ImageIndex.Write(entries, index.Annotations);
        var digest = BlobText.DigestOf(content);
        await upload.PutManifestAsync(repository.WithDigest(digest), TypeOf(content), content, cancellationToken).ConfigureAwait(false);
        _documents[(repository.Repository, digest)] = content;
        return digest;
    }

    /// <summary>See <see cref="IImagePublisher.IsSameAsync" />.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or gives other content than a digest names.</exception>
    public Task<bool> IsSameAsync(ImageReference repository, Digest first, Digest second, CancellationToken cancellationToken) =>
        new ContentLikeness(async x =>
        {
            var reference = repository.WithDigest(x);
            return
                _documents.ContainsKey((repository.Repository, x))
                || await FindAsync(reference, cancellationToken).ConfigureAwait(false) is not null
                ? _documents[(repository.Repository, x)]
                : null;
        }).IsSameAsync(first, second);

    private async Task<IReadOnlyList<JsonObject>> EntriesAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        var content = await DocumentAsync(reference, cancellationToken).ConfigureAwait(false);
        try
        {
            if (ManifestReader.Read(content) is not ImageDocument.Manifest manifest)
                return [.. ImageIndex.Entries(content)];
            var platform = await PlatformAsync(reference, manifest, cancellationToken).ConfigureAwait(false);
            return [ImageIndex.Entry(TypeOf(content), reference.Digest!.Value, content.Length, platform.Platform!)];
        }
        catch (UnusableImageException e)
        {
            throw Damaged(reference, e);
        }
    }

    private static EngineException Damaged(ImageReference reference, UnusableImageException e) =>
        new($"{reference} in the registry {reference.Host} {e.Message}; push the image again.", e);

    // Indexes of indexes are legal, and those that are pushed here have one level.
    private async Task AddAsync(ImageReference reference, List<PublishedPlatform> images, CancellationToken cancellationToken)
    {
        var content = await DocumentAsync(reference, cancellationToken).ConfigureAwait(false);
        switch (ManifestReader.Read(content))
        {
            case ImageDocument.Index index:
                foreach (var entry in index.Manifests.Where(x => !x.IsAttestation && MediaTypes.MayBeImage(x.MediaType)))
                    await AddAsync(reference.WithDigest(entry.Digest), images, cancellationToken).ConfigureAwait(false);
                break;
            case ImageDocument.Manifest manifest:
                images.Add(await PlatformAsync(reference, manifest, cancellationToken).ConfigureAwait(false));
                break;
        }
    }

    private async Task<PublishedPlatform> PlatformAsync(
        ImageReference reference,
        ImageDocument.Manifest manifest,
        CancellationToken cancellationToken
    )
    {
        var stored = await new RegistryBlobs(registry, reference).FindBlobAsync(manifest.Config, cancellationToken).ConfigureAwait(false);
        var bytes = await BlobText.ReadAsync(manifest.Config, stored!, cancellationToken).ConfigureAwait(false);
        var config = ImageConfig.Read(bytes);
        return new PublishedPlatform(
            reference.Digest!.Value,
            manifest.Config.Digest,
            new ByteSize(bytes.Length),
            [.. manifest.Layers.Select(x => (x.Digest, new ByteSize(x.Length ?? 0)))]
        )
        {
            DiffIds = config.DiffIds,
            Platform = config.Platform.Value,
        };
    }

    private async Task<byte[]> DocumentAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        var key = (reference.Repository, reference.Digest!.Value);
        if (!_documents.ContainsKey(key) && await FindAsync(reference, cancellationToken).ConfigureAwait(false) is null)
            throw new EngineException($"The registry {reference.Host} no longer has {reference}; push the image again.");
        return _documents[key];
    }

    // A registry takes a document only as what it says it is; OCI's may leave it out.
    private static string TypeOf(byte[] content) =>
        ManifestParts.Read(content) is var parts && parts.MediaType is { Length: > 0 } type ? type
        : parts.Manifests.Count > 0 ? MediaTypes.OciIndex
        : MediaTypes.OciManifest;
}
