using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds one platform's image from the index or manifest that a place starts with.</summary>
/// <param name="store">The place.</param>
internal sealed class ImageFinder(IBlobStore store)
{
    // Indexes of indexes are legal; a chain of them without end is not meant well.
    private const int DeepestIndex = 8;
    private const int MostManifests = 1_000;
    private readonly Dictionary<Digest, FoundImage> _images = [];
    private readonly List<string> _others = [];
    private int _seen;

    /// <summary>Finds it.</summary>
    /// <param name="platform">Its platform; null when there is only one.</param>
    /// <param name="name">Its name among several at this place; null for any.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnusableImageException">There is none, or several.</exception>
    public async Task<FoundImage> FindAsync(Platform? platform, string? name, CancellationToken cancellationToken)
    {
        var wanted = platform is { } x ? PlatformName.Normal(x.Value) : null;
        var root = await store.ReadRootAsync(cancellationToken).ConfigureAwait(false);
        switch (ManifestReader.Read(root))
        {
            case ImageDocument.Index index:
                await WalkAsync(Named(index.Manifests, name), wanted, 0, cancellationToken).ConfigureAwait(false);
                break;
            case var document:
                await TakeAsync(BlobText.DigestOf(root), document, wanted, cancellationToken).ConfigureAwait(false);
                break;
        }
        return _images.Values.ToArray() switch
        {
            [var only] => only,
            [] => throw None(wanted),
            var several => throw Several(several),
        };
    }

    private static IEnumerable<BlobDescriptor> Named(IReadOnlyList<BlobDescriptor> manifests, string? name)
    {
        if (name is null)
            return manifests;
        // Docker names images in full, "docker.io/library/shop:1"; people do not.
        BlobDescriptor[] named = [.. manifests.Where(x => x.Names.Any(y => y == name || y.EndsWith("/" + name, StringComparison.Ordinal)))];
        var names = string.Join(", ", manifests.SelectMany(x => x.Names).Distinct().Take(10));
        return named.Length > 0
            ? named
            : throw new UnusableImageException(
                $"holds no image called '{name}'; it holds {(names.Length > 0 ? names : "images without names")}"
            )
            {
                Advice = "name one of those",
            };
    }

    private async Task WalkAsync(IEnumerable<BlobDescriptor> manifests, string? wanted, int depth, CancellationToken cancellationToken)
    {
        foreach (var manifest in manifests.Where(x => !x.IsAttestation && MediaTypes.MayBeImage(x.MediaType)))
        {
            if (++_seen > MostManifests || depth > DeepestIndex)
                throw new UnusableImageException($"holds indexes of more than {MostManifests} manifests or {DeepestIndex} levels");
            if (_images.ContainsKey(manifest.Digest))
                continue;
            if (manifest.Platform is { } named && wanted is not null && named != wanted)
            {
                _others.Add(named);
                continue;
            }
            if (await store.FindManifestAsync(manifest, cancellationToken).ConfigureAwait(false) is not { } blob)
            {
                // The containerd store names every platform and saves those that it has pulled.
                _others.Add($"{manifest.Platform ?? manifest.Digest.Short} (not included)");
                continue;
            }
            var bytes = await BlobText.ReadAsync(manifest, blob, cancellationToken).ConfigureAwait(false);
            if (ManifestReader.Read(bytes) is ImageDocument.Index index)
                await WalkAsync(index.Manifests, wanted, depth + 1, cancellationToken).ConfigureAwait(false);
            else
                await TakeAsync(manifest.Digest, ManifestReader.Read(bytes), wanted, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(Digest digest, ImageDocument document, string? wanted, CancellationToken cancellationToken)
    {
        if (document is not ImageDocument.Manifest manifest)
        {
            _others.Add(document is ImageDocument.Artifact { Kind: var kind } ? $"an artifact of type '{kind}'" : "an index");
            return;
        }
        if (await store.FindBlobAsync(manifest.Config, cancellationToken).ConfigureAwait(false) is not { } blob)
            throw new UnusableImageException($"lacks {manifest.Config.Digest}");
        var bytes = await BlobText.ReadAsync(manifest.Config, blob, cancellationToken).ConfigureAwait(false);
        var config = ImageConfig.Read(bytes);
        if (wanted is not null && config.Platform.Value != wanted)
            _others.Add(config.Platform.Value);
        else
            _images[digest] = new FoundImage(digest, manifest, config, bytes.Length);
    }

    private UnusableImageException None(string? wanted)
    {
        var others = string.Join(", ", _others.Distinct().Take(20));
        return _others.Count == 0 ? new("holds no image manifest")
            : wanted is null ? new($"holds no image, only {others}")
            : new UnusableImageException($"holds {others} but not {wanted}") { Advice = "build for that platform" };
    }

    private static UnusableImageException Several(FoundImage[] images)
    {
        var platforms = images.Select(x => x.Config.Platform.Value).Distinct().ToArray();
        return platforms.Length > 1
            ? new($"holds several platforms ({string.Join(", ", platforms)})") { Advice = "name one with --platforms" }
            : new($"holds {images.Length} images of {platforms[0]}") { Advice = "name one behind a colon, such as oci:FOLDER:NAME" };
    }
}
