using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A tag that a push was to move.</summary>
public sealed record TagMove
{
    /// <summary>Repository and tag: <c>ghcr.io/acme/shop:1.4.2</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>What was done to it.</summary>
    public TagState State { get; init; }

    /// <summary>What it stood for before the push; null where it did not exist.</summary>
    public Digest? Before { get; init; }

    /// <summary>Whether it stands for the image that was measured, proved.</summary>
    internal bool Holds => State is TagState.Moved or TagState.AlreadyThere;
}
