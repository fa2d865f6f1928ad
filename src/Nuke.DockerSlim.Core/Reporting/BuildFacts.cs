namespace Nuke.DockerSlim.Reporting;

/// <summary>The builds that were timed; null is one that was not run.</summary>
public sealed record BuildFacts
{
    /// <summary>The production stage without layer cache and with empty cache mounts.</summary>
    public TimedBuild? Cold { get; init; }

    /// <summary>The production stage again, nothing changed.</summary>
    public TimedBuild? Warm { get; init; }

    /// <summary>The production stage after an edit to one source file.</summary>
    public TimedBuild? Edited { get; init; }

    /// <summary>The test stage.</summary>
    public TimedBuild? Test { get; init; }
}
