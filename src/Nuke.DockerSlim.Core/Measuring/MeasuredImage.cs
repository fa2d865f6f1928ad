using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The weight of one image of one platform, taken from its own layers.</summary>
public sealed record MeasuredImage
{
    /// <summary>The platform its config names.</summary>
    public required Platform Platform { get; init; }

    /// <summary>The platform manifest's digest; null where the compressed layers that it would name do not exist.</summary>
    public required Digest? ManifestDigest { get; init; }

    /// <summary>The config's digest.</summary>
    public required Digest ConfigDigest { get; init; }

    /// <summary>The user that its config names; empty means root.</summary>
    public string User { get; init; } = "";

    /// <summary>Bytes of the config.</summary>
    public required ByteSize Config { get; init; }

    /// <summary>The layers, the lowest first.</summary>
    public required IReadOnlyList<MeasuredLayer> Layers { get; init; }

    /// <summary>The config's history, the oldest entry first; empty when it has none.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>What a pull transfers: config and compressed layers. A layer that occurs twice is transferred once.</summary>
    public ByteSize Download => new(Config.Bytes + Layers.DistinctBy(x => x.Digest ?? x.DiffId).Sum(x => x.Download.Bytes));

    /// <summary>What a pull would transfer if the layers were compressed with zstd; null when that of a layer is not known.</summary>
    public ByteSize? ZstandardDownload =>
        Layers.All(x => x.ZstandardDownload is not null)
            ? new(Config.Bytes + Layers.DistinctBy(x => x.DiffId).Sum(x => x.ZstandardDownload!.Value.Bytes))
            : null;

    /// <summary>Whether every compressed layer exists.</summary>
    public bool DownloadIsExact => Layers.All(x => x.Digest is not null);

    /// <summary>The sum of the uncompressed layer tars.</summary>
    public ByteSize Unpacked => new(Layers.Sum(x => x.Unpacked.Bytes));
}
