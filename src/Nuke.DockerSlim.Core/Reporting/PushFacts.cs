using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What reached the registry.</summary>
public sealed record PushFacts
{
    /// <summary>The digest of the artifact by which this report hangs on the pushed image; null when it does not.</summary>
    public Digest? Report { get; init; }

    /// <summary>Why it does not although it was to; null when there is nothing to say.</summary>
    public string? ReportNote { get; init; }

    /// <summary>Why the history that hangs there does not go on from what the tags stood for before; null when there is nothing to say.</summary>
    public string? HistoryNote { get; init; }

    /// <summary>Whether the image was pushed in this run, and every one of <see cref="Tags" /> is proved to hold what was measured.</summary>
    public bool Pushed { get; init; }

    /// <summary>What the tags resolve to, read back from the registry; null when <see cref="Pushed" /> is false.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The tags that this run moved in the registry; where <see cref="Pushed" /> is false, the last of them is not proved.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Why nothing was pushed although it was asked for; null otherwise.</summary>
    public string? Withheld { get; init; }
}
