namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// The lines' times of one build, added up. The build's wall clock is <see cref="RunningMilliseconds" /> + <see cref="ContextMilliseconds" /> +
/// <see cref="ExportMilliseconds" /> + <see cref="OtherMilliseconds" />.
/// </summary>
public sealed record LineSum
{
    /// <summary>The sum over the lines. Lines that ran at the same time count twice, so it may exceed the wall clock.</summary>
    public required long LinesMilliseconds { get; init; }

    /// <summary>The part of the wall clock in which at least one line ran.</summary>
    public required long RunningMilliseconds { get; init; }

    /// <summary>The part in which no line ran and the build context was being transferred.</summary>
    public required long ContextMilliseconds { get; init; }

    /// <summary>The part in which no line ran and the image was being exported.</summary>
    public required long ExportMilliseconds { get; init; }

    /// <summary>The rest: starting the client, reading the Dockerfile, waiting, writing the metadata.</summary>
    public required long OtherMilliseconds { get; init; }

    /// <summary>The lines, in the order they ran, that each waited for the one before and together made the build as long as it was.</summary>
    public IReadOnlyList<int> CriticalPath { get; init; } = [];

    /// <summary>What the lines of the critical path took together.</summary>
    public required long CriticalMilliseconds { get; init; }
}
