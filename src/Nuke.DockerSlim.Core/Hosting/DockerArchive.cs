using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// A tar with a <c>manifest.json</c> alone, as engines before 25 saved images and several builders still do (Docker image specification 1.2:
/// combined image JSON and file system changeset format). What it lacks of an OCI layout is made up in memory: manifests that name the layers
/// by their digests.
/// </summary>
internal sealed class DockerArchive : IBlobStore
{
    private readonly FileSource _file;
    private readonly TarContents _tar;
    private readonly Dictionary<Digest, StoredBlob> _blobs = [];
    private readonly Dictionary<string, (Digest Digest, long Length)> _layers = [];

    /// <summary>Takes up an archive.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tar">Its contents.</param>
    public DockerArchive(FileSource file, TarContents tar) => (_file, _tar) = (file, tar);

    /// <inheritdoc />
    public bool HasManifests => false;

    /// <inheritdoc />
    public async Task<byte[]> ReadRootAsync(CancellationToken cancellationToken)
    {
        var list = await _tar.ReadAsync("manifest.json", cancellationToken).ConfigureAwait(false) ?? [];
        var images = JsonPart.Read(
            list,
            "a manifest.json",
            root =>
                root.IsList
                    ? root
                        .Items.Select(x => new Image(
                            x["Config"].Text ?? throw new UnusableImageException("holds a manifest.json that names no config"),
                            [.. x["Layers"].Items.Select(y => y.Text ?? "")],
                            [.. x["RepoTags"].Items.Select(y => y.Text).OfType<string>()]
                        ))
                        .ToArray()
                    : throw new UnusableImageException("holds a manifest.json that is no list")
        );
        var manifests = new JsonArray();
        foreach (var image in images)
        {
            var manifest = Add(await ManifestAsync(image, cancellationToken).ConfigureAwait(false));
            foreach (var name in image.Tags is [] ? [""] : image.Tags)
            {
                var descriptor = Descriptor(manifest);
                descriptor["annotations"] = new JsonObject { ["io.containerd.image.name"] = name };
                manifests.Add((JsonNode)descriptor);
            }
        }
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["manifests"] = manifests }, NodeJson.Default.JsonObject);
    }

    /// <inheritdoc />
    public Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        FindBlobAsync(manifest, cancellationToken);

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult(_blobs.GetValueOrDefault(blob.Digest));

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) => _file.Failure(clause, advice);

    private async Task<byte[]> ManifestAsync(Image image, CancellationToken cancellationToken)
    {
        var content =
            await _tar.ReadAsync(image.Config, cancellationToken).ConfigureAwait(false)
            ?? throw new UnusableImageException($"lacks the config {image.Config}");
        var ids = ImageConfig.Read(content).DiffIds ?? [];
        if (ids.Count != image.Layers.Count)
            throw new UnusableImageException(
                $"names {image.Layers.Count} layers in its manifest.json and {ids.Count} in the config {image.Config}"
            );
        var layers = new JsonArray();
        for (var i = 0; i < ids.Count; i++)
            layers.Add((JsonNode)Descriptor(await LayerAsync(image.Layers[i], ids[i], cancellationToken).ConfigureAwait(false)));
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["config"] = Descriptor(Add(content)), ["layers"] = layers },
            NodeJson.Default.JsonObject
        );
    }

    /// <summary>An uncompressed layer's digest is the diff id that the config names; that of a compressed one nobody wrote down.</summary>
    private async Task<(Digest Digest, long Length)> LayerAsync(string name, string diffId, CancellationToken cancellationToken)
    {
        if (_layers.TryGetValue(name, out var known))
            return known;
        var blob = _tar.Find(name) ?? throw new UnusableImageException($"lacks the layer {name}");
        var digest = await IsPackedAsync(blob, cancellationToken).ConfigureAwait(false)
            ? await HashAsync(blob, cancellationToken).ConfigureAwait(false)
            : Digest.TryParse(diffId) ?? throw new UnusableImageException($"names no valid diff id for the layer {name}");
        _blobs[digest] = blob;
        return _layers[name] = (digest, blob.Length);
    }

    private static async Task<bool> IsPackedAsync(StoredBlob blob, CancellationToken cancellationToken)
    {
        await using var content = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
        var head = new byte[4];
        await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return head is [0x1f, 0x8b, ..] or [0x28, 0xb5, 0x2f, 0xfd];
    }

    private static async Task<Digest> HashAsync(StoredBlob blob, CancellationToken cancellationToken)
    {
        await using var content = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new Digest(
            "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false))
        );
    }

    private (Digest Digest, long Length) Add(byte[] content)
    {
        var digest = BlobText.DigestOf(content);
        _blobs[digest] = StoredBlob.Of(content);
        return (digest, content.Length);
    }

    private static JsonObject Descriptor((Digest Digest, long Length) blob) =>
        new() { ["digest"] = blob.Digest.Value, ["size"] = blob.Length };

    private sealed record Image(string Config, IReadOnlyList<string> Layers, IReadOnlyList<string> Tags);
}
