using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What an image was made of, as digests: two images of the same inputs that differ do so by chance. Null is: not known.</summary>
public sealed record InputFacts
{
    /// <summary>Of the Dockerfile as the builder read it.</summary>
    public Digest? Dockerfile { get; init; }

    /// <summary>Of the files that the production build asks for: paths and contents, not their times.</summary>
    public Digest? Context { get; init; }

    /// <summary>Of stage, build args, labels and whatever else the frontend was asked.</summary>
    public Digest? Settings { get; init; }

    /// <summary>Of the names and digests of all images that the build started from or copied from; no part of <see cref="IsSameAs" />.</summary>
    public Digest? Bases { get; init; }

    /// <summary>Whether Dockerfile, context and settings are known and the same; null when one of them is not known.</summary>
    /// <param name="other">The other image's.</param>
    public bool? IsSameAs(InputFacts other)
    {
        (Digest? One, Digest? Other)[] pairs = [(Dockerfile, other.Dockerfile), (Context, other.Context), (Settings, other.Settings)];
        return pairs.Any(x => x.One is { } one && x.Other is { } two && one != two) ? false
            : pairs.All(x => x.One is not null && x.Other is not null) ? true
            : null;
    }
}
