using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>The limits of one image. Null means: no limit, and so no verdict. A value equal to its limit is within it.</summary>
public sealed record ImageBudget
{
    /// <summary>Most bytes a pull may transfer: config and compressed layers of one platform.</summary>
    public ByteSize? DownloadSize { get; init; }

    /// <summary>Most bytes the image may take unpacked: the sum of its uncompressed layer tars.</summary>
    public ByteSize? UnpackedSize { get; init; }

    /// <summary>Most bytes that a pull may transfer by a host that has the base image: compressed layers above it.</summary>
    public ByteSize? OwnDownloadSize { get; init; }

    /// <summary>Most bytes that the layers above the base image may take unpacked.</summary>
    public ByteSize? OwnUnpackedSize { get; init; }

    /// <summary>Longest cold production build: no layer cache, cache mounts empty, base images present.</summary>
    public TimeSpan? ColdBuild { get; init; }

    /// <summary>Longest warm production build: nothing changed since the last one.</summary>
    public TimeSpan? WarmBuild { get; init; }

    /// <summary>Longest production build after one source file changed.</summary>
    public TimeSpan? EditedBuild { get; init; }

    /// <summary>Longest production build in a builder that holds nothing, from the caches that are read.</summary>
    public TimeSpan? CiBuild { get; init; }

    /// <summary>Most packages that may be in the image, of all kinds; a version counts once.</summary>
    public int? PackageCount { get; init; }

    /// <summary>
    /// By how much download and unpacked size may grow against the baseline: <c>2.Percent</c>, <c>5.MB</c>. Growth that came with another base image, or by
    /// chance, does not count.
    /// </summary>
    public SizeGrowth? SizeGrowth { get; init; }

    /// <summary>By how much the cold, warm and edited build may become slower than the baseline's; judged only where the noise allows it.</summary>
    public Percentage? TimeGrowth { get; init; }

    /// <summary>The same of the download size alone; null means <see cref="SizeGrowth" />.</summary>
    public SizeGrowth? DownloadGrowth { get; init; }

    /// <summary>The same of the unpacked size alone; null means <see cref="SizeGrowth" />.</summary>
    public SizeGrowth? UnpackedGrowth { get; init; }

    /// <summary>By how much the cold build alone may become slower; null means <see cref="TimeGrowth" />.</summary>
    public Percentage? ColdGrowth { get; init; }

    /// <summary>By how much the warm build alone may become slower; null means <see cref="TimeGrowth" />.</summary>
    public Percentage? WarmGrowth { get; init; }

    /// <summary>By how much the build after an edit alone may become slower; null means <see cref="TimeGrowth" />.</summary>
    public Percentage? EditedGrowth { get; init; }

    /// <summary>Growth of a size that is never too much, whatever its limit comes to; null means 100 kB.</summary>
    public ByteSize? GrowthFloor { get; init; }

    /// <summary>Whether no limit is set at all.</summary>
    public bool IsEmpty => this == new ImageBudget();
}
