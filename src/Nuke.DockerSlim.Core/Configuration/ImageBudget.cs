using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>The limits of one image. Null means: no limit, and so no verdict. A value equal to its limit is within it.</summary>
public sealed record ImageBudget
{
    /// <summary>Most bytes a pull may transfer: config and compressed layers of one platform.</summary>
    public ByteSize? DownloadSize { get; init; }

    /// <summary>Most bytes the image may take unpacked: the sum of its uncompressed layer tars.</summary>
    public ByteSize? UnpackedSize { get; init; }

    /// <summary>Longest cold production build: no layer cache, cache mounts empty, base images present.</summary>
    public TimeSpan? ColdBuild { get; init; }

    /// <summary>Longest warm production build: nothing changed since the last one.</summary>
    public TimeSpan? WarmBuild { get; init; }

    /// <summary>Longest production build after one source file changed.</summary>
    public TimeSpan? EditedBuild { get; init; }

    /// <summary>Most packages that may be in the image, of all kinds; a version counts once.</summary>
    public int? PackageCount { get; init; }

    /// <summary>Whether no limit is set at all.</summary>
    public bool IsEmpty => this == new ImageBudget();
}
