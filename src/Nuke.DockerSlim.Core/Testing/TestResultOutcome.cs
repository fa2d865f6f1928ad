namespace Nuke.DockerSlim.Testing;

/// <summary>What one test came to.</summary>
internal enum TestResultOutcome
{
    /// <summary>It ran and held.</summary>
    Passed,

    /// <summary>It failed, or could not be run to its end.</summary>
    Failed,

    /// <summary>It was not meant to run.</summary>
    Skipped,
}
