namespace Nuke.DockerSlim.Reporting;

/// <summary>How the lines' times add up in each build that was timed; null is one that was not run.</summary>
public sealed record LineTimes
{
    /// <summary>The cold build.</summary>
    public LineSum? Cold { get; init; }

    /// <summary>The warm build.</summary>
    public LineSum? Warm { get; init; }

    /// <summary>The build after an edit.</summary>
    public LineSum? Edited { get; init; }

    /// <summary>The build after an edit to a lock or manifest file.</summary>
    public LineSum? DependencyEdited { get; init; }
}
