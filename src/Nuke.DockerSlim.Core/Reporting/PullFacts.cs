using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>How long a pull takes at least on a network of a stated bandwidth: transfer alone, decompression and round trips not counted.</summary>
public sealed record PullFacts
{
    /// <summary>Seconds for a node that has nothing, to the hundredth.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>Seconds for a node that has the base image's layers, to the hundredth; null when it is not known which those are.</summary>
    public decimal? SecondsWithBase { get; init; }

    /// <summary>The bandwidth assumed, in 10^6 bits a second.</summary>
    public required decimal MegabitsPerSecond { get; init; }

    /// <summary>The estimate for an image.</summary>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="bandwidth">The bandwidth.</param>
    public static PullFacts Of(SizeFacts sizes, Bandwidth bandwidth) =>
        new()
        {
            Seconds = Rounded(bandwidth, sizes.Download),
            SecondsWithBase = sizes.OwnDownload is { } own ? Rounded(bandwidth, own) : null,
            MegabitsPerSecond = bandwidth.MegabitsPerSecond,
        };

    // At least a hundredth: nothing is pulled in no time.
    private static decimal Rounded(Bandwidth bandwidth, ByteSize bytes) =>
        bytes.Bytes == 0 ? 0 : Math.Max(0.01m, decimal.Round(bytes.Bytes * 8m / bandwidth.BitsPerSecond, 2));
}
