using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What an image was held against.</summary>
public sealed record BaselineFacts
{
    /// <summary>Where it comes from.</summary>
    public required BaselineKind Kind { get; init; }

    /// <summary>The file, folder, image or git revision as it was asked for.</summary>
    public required string Source { get; init; }

    /// <summary>What was found there: the file of a folder, the commit of a revision; null where <see cref="Source" /> says it all, or nothing was found.</summary>
    public string? Found { get; init; }

    /// <summary>When its figures were taken, UTC; null when that is not known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The config's digest of its image; null when that is not known.</summary>
    public Digest? ConfigDigest { get; init; }

    /// <summary>Why there is nothing to hold the image against, a sentence; null when there is.</summary>
    public string? Missing { get; init; }
}
