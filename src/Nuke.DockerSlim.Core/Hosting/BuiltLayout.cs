using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The OCI layout that a builder without an engine leaves its image in. A build into it adds to what is there, which is what keeps a warm export
/// short; so it is emptied before the first build, and trimmed behind the last.
/// </summary>
/// <param name="folder">The folder.</param>
public sealed class BuiltLayout(string folder)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => Directory.Exists(folder);

    /// <summary>Takes it away, if there is one.</summary>
    public void Remove()
    {
        if (Exists)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Takes away all but one image: those of other builds and what only they consist of.</summary>
    /// <param name="tag">The image's tag.</param>
    /// <exception cref="InputException">It cannot be read or written.</exception>
    public void Trim(string tag)
    {
        if (!File.Exists(IndexFile))
            return;
        try
        {
            var index = JsonNode.Parse(File.ReadAllBytes(IndexFile))!.AsObject();
            var kept = index["manifests"]!.AsArray().Where(x => Names(x, tag)).Select(x => x!.DeepClone()).ToArray();
            index["manifests"] = new JsonArray(kept);
            var needed = new HashSet<string>();
            foreach (var descriptor in kept)
                Collect(new Digest((string)descriptor["digest"]!), needed);
            File.WriteAllBytes(IndexFile, JsonSerializer.SerializeToUtf8Bytes(index, NodeJson.Default.JsonObject));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "blobs"), "*", SearchOption.AllDirectories).ToArray())
                if (!needed.Contains(Path.GetFullPath(file)))
                    File.Delete(file);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new InputException($"The image that the builder left in {folder} cannot be kept: {e.Message}");
        }
        catch (UnusableImageException e)
        {
            throw new InputException($"The image that the builder left in {folder} {e.Message}; build it again.");
        }
    }

    /// <summary>Puts the image into a registry as it is, byte for byte, under its digest alone.</summary>
    /// <param name="tag">The image's tag in the layout.</param>
    /// <param name="repository">The repository there.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    /// <returns>The digest of what lies there now.</returns>
    /// <exception cref="InputException">The layout is gone or damaged.</exception>
    public async Task<Digest> PushAsync(
        string tag,
        ImageReference repository,
        IRegistryUpload registry,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var index = ManifestParts.Read(await File.ReadAllBytesAsync(IndexFile, cancellationToken).ConfigureAwait(false));
            var image =
                index.Manifests.FirstOrDefault(x => x.Names.Contains(tag)) ?? throw new UnusableImageException($"holds no image '{tag}'");
            await PushManifestAsync(image, repository.WithDigest(image.Digest), registry, cancellationToken).ConfigureAwait(false);
            return image.Digest;
        }
        catch (UnusableImageException e)
        {
            throw new InputException(
                $"The image that the builder left in {folder} {e.Message}; build it again with ./build.sh BuildImage."
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no image in {folder} any more; build it again with ./build.sh BuildImage.");
        }
    }

    private string IndexFile => Path.Combine(folder, "index.json");

    // The registry takes a manifest only when it has all that this names.
    private async Task PushManifestAsync(
        BlobDescriptor manifest,
        ImageReference reference,
        IRegistryUpload registry,
        CancellationToken cancellationToken
    )
    {
        var content = Read(manifest.Digest);
        var parts = ManifestParts.Read(content);
        foreach (var child in parts.Manifests.Where(x => File.Exists(FileOf(x.Digest))))
            await PushManifestAsync(child, reference.WithDigest(child.Digest), registry, cancellationToken).ConfigureAwait(false);
        foreach (var blob in parts.Blobs.DistinctBy(x => x.Digest))
        {
            var file = new FileInfo(FileOf(blob.Digest));
            // A foreign layer is named and not distributed.
            if (
                (blob.IsForeign && !file.Exists)
                || await registry.HasBlobAsync(reference, blob.Digest, cancellationToken).ConfigureAwait(false)
            )
                continue;
            await registry
                .PutBlobAsync(reference, blob.Digest, file.Length, () => FileSource.Open(file.FullName, 0), cancellationToken)
                .ConfigureAwait(false);
        }
        var type = manifest.MediaType ?? parts.MediaType ?? MediaTypes.OciManifest;
        await registry.PutManifestAsync(reference, type, content, cancellationToken).ConfigureAwait(false);
    }

    private void Collect(Digest digest, HashSet<string> needed)
    {
        var file = FileOf(digest);
        if (!needed.Add(file) || !File.Exists(file))
            return;
        var parts = ManifestParts.Read(Read(digest));
        needed.UnionWith(parts.Blobs.Select(x => FileOf(x.Digest)));
        foreach (var child in parts.Manifests)
            Collect(child.Digest, needed);
    }

    private byte[] Read(Digest digest)
    {
        var content = File.ReadAllBytes(FileOf(digest));
        return BlobText.Matches(digest, content)
            ? content
            : throw new UnusableImageException($"holds other content than {digest} under that digest");
    }

    private string FileOf(Digest digest) =>
        Path.GetFullPath(Path.Combine(folder, "blobs", digest.Value.Replace(':', Path.DirectorySeparatorChar)));

    private static bool Names(JsonNode? descriptor, string tag) =>
        descriptor?["annotations"]?["org.opencontainers.image.ref.name"] is JsonValue name
        && name.TryGetValue<string>(out var text)
        && text == tag;
}
