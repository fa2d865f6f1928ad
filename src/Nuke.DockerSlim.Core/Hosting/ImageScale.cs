using System.Collections.Concurrent;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Weighs an image at a place: finds it, and weighs those of its layers that are not known, several at a time.</summary>
/// <param name="store">The place.</param>
/// <param name="cache">What is known of layers already; layers read are added.</param>
internal sealed class ImageScale(IBlobStore store, LayerCache cache)
{
    /// <summary>Weighs it.</summary>
    /// <param name="platform">Its platform; null when there is only one.</param>
    /// <param name="name">Its name among several; null for any.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">There is no such image, or it contradicts itself.</exception>
    public async Task<MeasuredImage> WeighAsync(Platform? platform, string? name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await new ImageFinder(store).FindAsync(platform, name, cancellationToken).ConfigureAwait(false);
            var weights = await WeighAsync(found.Manifest.Layers, cancellationToken).ConfigureAwait(false);
            MeasuredLayer[] layers = [.. found.Manifest.Layers.Select(x => weights[x.Digest].ToLayer(x.Digest.Value))];
            RequireDiffIds(found, layers);
            if (cache.Search is { } search)
                await new ImageDocuments(store, search).SearchAsync(found, cancellationToken).ConfigureAwait(false);
            return new MeasuredImage
            {
                Platform = found.Config.Platform,
                // A store of uncompressed layers makes the manifest up while it saves: no registry will ever hold it.
                ManifestDigest = store.HasManifests && layers.All(x => x.Digest is not null) ? found.Digest : null,
                ConfigDigest = found.Manifest.Config.Digest,
                User = found.Config.User,
                Config = new ByteSize(found.ConfigLength),
                Layers = layers,
                History = found.Config.History,
            };
        }
        catch (UnusableImageException e)
        {
            throw store.Failure(e.Message, e.Advice, e.InnerException);
        }
    }

    private async Task<IReadOnlyDictionary<Digest, LayerWeight>> WeighAsync(
        IEnumerable<BlobDescriptor> layers,
        CancellationToken cancellationToken
    )
    {
        var weights = new ConcurrentDictionary<Digest, LayerWeight>();
        var unknown = new List<(BlobDescriptor Layer, StoredBlob Blob)>();
        foreach (var layer in layers.DistinctBy(x => x.Digest))
        {
            var blob = await store.FindBlobAsync(layer, cancellationToken).ConfigureAwait(false) ?? throw Missing(layer);
            BlobText.RequireLength(layer, blob.Length);
            if ((blob.Weight ?? cache.Find(layer.Digest.Value)) is { } known)
                weights[layer.Digest] = known;
            else
                unknown.Add((layer, blob));
        }
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4),
            CancellationToken = cancellationToken,
        };
        await Parallel
            .ForEachAsync(
                unknown,
                options,
                async (x, token) => weights[x.Layer.Digest] = await WeighAsync(x.Layer, x.Blob, token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return weights;
    }

    private async Task<LayerWeight> WeighAsync(BlobDescriptor layer, StoredBlob blob, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await LayerScale
                .WeighAsync(layer.Digest.Value, blob.Length, content, cache, also: null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new UnusableImageException($"holds the layer {layer.Digest} cut off or damaged", e);
        }
    }

    private static UnusableImageException Missing(BlobDescriptor layer) =>
        layer.IsForeign
            ? new($"lacks the layer {layer.Digest}, which is foreign: it may not be distributed, so only its name is here")
            {
                Advice = "measure the image in an engine that has pulled it",
            }
            : new UnusableImageException($"lacks the layer {layer.Digest}");

    /// <summary>The config is what runs: a manifest that brings other layers would be measured in vain.</summary>
    private static void RequireDiffIds(FoundImage found, MeasuredLayer[] layers)
    {
        if (found.Config.DiffIds is not { } ids)
            return;
        if (ids.Count != layers.Length)
            throw new UnusableImageException($"names {layers.Length} layers in the manifest of the image and {ids.Count} in its config");
        for (var i = 0; i < layers.Length; i++)
            if (layers[i].DiffId.Value != ids[i])
                throw new UnusableImageException(
                    $"holds a layer {i + 1} with the diff id {layers[i].DiffId}, where the config names {Shown(ids[i])}"
                );
    }

    private static string Shown(string id) => Digest.TryParse(id)?.Value ?? "none";
}
