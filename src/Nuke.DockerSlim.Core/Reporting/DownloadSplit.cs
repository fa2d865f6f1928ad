using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// What a pull transfers, and how much of it a node that has the base image is spared. A layer that occurs twice is transferred once; one that the
/// base brings and a later step makes again is there already. The config is the image's own.
/// </summary>
public static class DownloadSplit
{
    /// <summary>Puts the sums into sizes.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="config">Bytes of the config.</param>
    /// <param name="layers">The layers, with what is known of their origin.</param>
    public static SizeFacts Apply(SizeFacts sizes, ByteSize config, IReadOnlyList<LayerFacts> layers)
    {
        var distinct = layers.OrderBy(x => x.FromBase != true).DistinctBy(x => x.Digest ?? x.DiffId).ToArray();
        var download = new ByteSize(config.Bytes + distinct.Sum(x => x.Download.Bytes));
        var fromBase =
            layers.Count > 0 && layers.All(x => x.FromBase is not null)
                ? new ByteSize(distinct.Where(x => x.FromBase == true).Sum(x => x.Download.Bytes))
                : (ByteSize?)null;
        return sizes with { Download = download, BaseDownload = fromBase, OwnDownload = fromBase is { } bytes ? download - bytes : null };
    }
}
