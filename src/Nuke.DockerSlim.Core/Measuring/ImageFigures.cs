using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Puts weights and origins of layers together into the report's figures.</summary>
public static class ImageFigures
{
    /// <summary>The sizes of an image.</summary>
    /// <param name="image">The weights.</param>
    /// <param name="origins">The origins of its layers, the lowest first; ignored when there are not as many as layers.</param>
    public static SizeFacts Sizes(MeasuredImage image, IReadOnlyList<LayerOrigin> origins)
    {
        var known = origins.Count == image.Layers.Count && origins.Count > 0;
        var fromBase = known ? new ByteSize(image.Layers.Where((_, i) => origins[i].FromBase).Sum(x => x.Unpacked.Bytes)) : (ByteSize?)null;
        var sizes = new SizeFacts
        {
            Download = image.Download,
            DownloadIsExact = image.DownloadIsExact,
            ZstandardDownload = image.ZstandardDownload,
            Unpacked = image.Unpacked,
            BaseUnpacked = fromBase,
            OwnUnpacked = fromBase is { } bytes ? image.Unpacked - bytes : null,
        };
        return DownloadSplit.Apply(sizes, image.Config, Layers(image, origins));
    }

    /// <summary>The layers of an image with their Dockerfile lines.</summary>
    /// <param name="image">The weights.</param>
    /// <param name="origins">The origins of its layers, the lowest first; ignored when there are not as many as layers.</param>
    public static IReadOnlyList<LayerFacts> Layers(MeasuredImage image, IReadOnlyList<LayerOrigin> origins)
    {
        var known = origins.Count == image.Layers.Count;
        return
        [
            .. image.Layers.Select(
                (layer, i) =>
                    new LayerFacts
                    {
                        DiffId = layer.DiffId,
                        Digest = layer.Digest,
                        Download = layer.Download,
                        Unpacked = layer.Unpacked,
                        Line = known ? origins[i].FirstLine : null,
                        Instruction = known ? origins[i].Instruction : null,
                        FromBase = known ? origins[i].FromBase : null,
                    }
            ),
        ];
    }
}
