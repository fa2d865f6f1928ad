namespace Nuke.DockerSlim.Reporting;

/// <summary>What the tests came to.</summary>
public sealed record TestFacts
{
    /// <summary>The result.</summary>
    public TestStatus Status { get; init; } = TestStatus.NotRun;

    /// <summary>Tests in all; null when no result file was read.</summary>
    public int? Total { get; init; }

    /// <summary>Tests that failed; null when no result file was read.</summary>
    public int? Failed { get; init; }

    /// <summary>Tests that were skipped; null when no result file was read.</summary>
    public int? Skipped { get; init; }

    /// <summary>The sum of the tests' own durations, in milliseconds; null when no result file was read.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>The tests that failed, at most the first hundred.</summary>
    public IReadOnlyList<TestFailure> Failures { get; init; } = [];

    /// <summary>Where and why the test stage failed when it was not a test of a result file; null otherwise.</summary>
    public string? Message { get; init; }
}
