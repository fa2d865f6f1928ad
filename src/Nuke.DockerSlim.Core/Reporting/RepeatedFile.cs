namespace Nuke.DockerSlim.Reporting;

/// <summary>An entry of a layer that differs between two builds.</summary>
public sealed record RepeatedFile
{
    /// <summary>Its path in the first build; in the second where only that has it. A folder ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>What differs, what matters most first.</summary>
    public required IReadOnlyList<RepeatedDifference> Differences { get; init; }

    /// <summary>What makes it so.</summary>
    public required RepeatedCause Cause { get; init; }

    /// <summary>The evidence: where in the file, how many bytes, from which value to which.</summary>
    public string? Detail { get; init; }
}
