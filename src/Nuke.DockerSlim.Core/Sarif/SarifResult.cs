using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Sarif;

/// <summary>One result of a SARIF file.</summary>
internal sealed record SarifResult
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What is so and what to do, sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The file, as reports name it.</summary>
    public required string File { get; init; }

    /// <summary>The line, from one; null: the file as a whole.</summary>
    public int? Line { get; init; }

    /// <summary>The page of a rule that is not ours; null: ours, or it has none.</summary>
    public string? Page { get; init; }

    /// <summary>Whether its rule was switched off: <c>inSource</c> by a comment, <c>external</c> for the run; null: it was not.</summary>
    public string? Suppression { get; init; }
}
