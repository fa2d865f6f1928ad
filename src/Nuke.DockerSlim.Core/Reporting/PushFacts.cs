using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What reached the registry.</summary>
public sealed record PushFacts
{
    /// <summary>Whether the image was pushed in this run.</summary>
    public bool Pushed { get; init; }

    /// <summary>What the tags resolve to, read back from the registry; null when nothing was pushed.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The tags that were moved.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Why nothing was pushed although it was asked for; null otherwise.</summary>
    public string? Withheld { get; init; }
}
