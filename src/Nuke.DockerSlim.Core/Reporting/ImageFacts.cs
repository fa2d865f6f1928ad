using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Which image a report is about.</summary>
public sealed record ImageFacts
{
    /// <summary>The name of its section and its folder.</summary>
    public string Name { get; init; } = "";

    /// <summary>The repository it belongs to, without a tag.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its platform; null until it is built.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform manifest's digest; null where the store has none before a push (the classic store).</summary>
    public Digest? Digest { get; init; }

    /// <summary>The config's digest, the same in every store; null until it is built.</summary>
    public Digest? ConfigDigest { get; init; }

    /// <summary>The Dockerfile, relative to the root folder; null until it is built.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The name under which the engine keeps it; null until it is built.</summary>
    public string? LocalReference { get; init; }

    /// <summary>Where it was measured, in skopeo's notation, such as <c>docker-daemon:acme/shop:dockerslim</c>; null until it is measured.</summary>
    public string? Source { get; init; }
}
