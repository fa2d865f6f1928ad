namespace Nuke.DockerSlim.Reporting;

/// <summary>One limit and its verdict.</summary>
public sealed record BudgetFacts
{
    /// <summary>The property that sets the limit, such as <c>DownloadSize</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The limit, in <see cref="Unit" />; null when there is none.</summary>
    public long? Limit { get; init; }

    /// <summary>The figure, in <see cref="Unit" />; null when it was not taken.</summary>
    public long? Actual { get; init; }

    /// <summary><c>bytes</c>, <c>milliseconds</c> or <c>packages</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The platform whose figure it is, the worst of several; null where the image has one.</summary>
    public string? Platform { get; init; }

    /// <summary>Whether it warns and fails nothing.</summary>
    public bool IsSoft { get; init; }

    /// <summary>The verdict.</summary>
    public required Judging.Verdict Verdict { get; init; }
}
