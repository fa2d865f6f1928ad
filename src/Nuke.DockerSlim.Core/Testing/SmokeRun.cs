namespace Nuke.DockerSlim.Testing;

/// <summary>What came of starting an image.</summary>
public sealed record SmokeRun
{
    /// <summary>Whether all held that was asked for.</summary>
    public required bool Holds { get; init; }

    /// <summary>What held, or what did not; a part of a sentence without an end mark.</summary>
    public required string Detail { get; init; }

    /// <summary>From the container's start until that was known.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The last lines that the container wrote.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];

    /// <summary>The folder that the image's relative paths begin at.</summary>
    public string WorkingDirectory { get; init; } = "/";
}
