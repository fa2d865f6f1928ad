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

    /// <summary>Whether the image was pushed in this run, and every tag is proved to stand for what was measured.</summary>
    public bool Pushed { get; init; }

    /// <summary>What the tags stand for, read back from the registry; null when <see cref="Pushed" /> is false.</summary>
    public Digest? Digest { get; init; }

    /// <summary>The tags of <see cref="ImageFacts.Reference" /> that are proved to stand for it, whether this run moved them or not.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Every tag that was to be moved, in all repositories, and what was done to it; empty where no push began.</summary>
    public IReadOnlyList<TagMove> Moves { get; init; } = [];

    /// <summary>That what was pushed is what was tested, by repository and platform.</summary>
    public IReadOnlyList<PushedProof> Proofs { get; init; } = [];

    /// <summary>The tags for candidates that stay in registries: these take none away, or they were to be kept.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>What is stated beside the image; null where nothing was to be.</summary>
    public SupplyChainFacts? SupplyChain { get; init; }

    /// <summary>Why nothing was pushed although it was asked for; null otherwise.</summary>
    public string? Withheld { get; init; }

    /// <summary>Whether a push began and came to no good end: its tags may be in any state, and another push finishes it.</summary>
    internal bool IsBroken => Moves.Count > 0 && !Pushed;
}
