namespace Nuke.DockerSlim.Testing;

/// <summary>What came of a test stage's container.</summary>
public sealed record TestRun
{
    /// <summary>The command's exit code; null when it was stopped at its time limit.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether the command was stopped at its time limit.</summary>
    public bool TimedOut { get; init; }

    /// <summary>How long the command ran.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The last lines that the command wrote.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];

    /// <summary>The result files that were found.</summary>
    public IReadOnlyList<ResultFile> Results { get; init; } = [];
}
