using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// How it is found out that the production image still runs: it is started as a container, waited for, stopped and taken away. No test stage sees a
/// file that was never copied into production. Nothing set means: no such check.
/// </summary>
public sealed record SmokeCheck
{
    /// <summary>Longest wait where none is set.</summary>
    public static readonly TimeSpan UsualTimeLimit = TimeSpan.FromMinutes(1);

    /// <summary>Whether the image is started, where nothing below says what to wait for: then its own HEALTHCHECK has to say that it is well.</summary>
    public bool SmokeImage { get; init; }

    /// <summary>
    /// What has to answer with a status below 400, as seen in the container: <c>http://:8080/health</c>, <c>:8080/health</c>, or <c>/health</c> where the
    /// image exposes one port; null for nothing.
    /// </summary>
    public string? SmokeUrl { get; init; }

    /// <summary>A text that a line of the container's output has to contain, as it is written; null for none.</summary>
    public string? SmokeLog { get; init; }

    /// <summary>A command in place of the image's own, its words separated by blanks, quotes around those that have some, without a shell; null for none.</summary>
    public string? SmokeCommand { get; init; }

    /// <summary>
    /// The exit code that the container has to end with; null means: zero where <see cref="SmokeCommand" /> is set and nothing else, and none otherwise,
    /// because a service does not end.
    /// </summary>
    public int? SmokeExitCode { get; init; }

    /// <summary>Environment variables of the container, <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> SmokeEnvironment { get; init; } = [];

    /// <summary>Longest time from the container's start until all of it holds.</summary>
    public TimeSpan SmokeTimeLimit { get; init; } = UsualTimeLimit;

    /// <summary>Whether there is anything to check.</summary>
    public bool IsSet =>
        SmokeImage || SmokeUrl is not null || SmokeLog is not null || SmokeCommand is not null || SmokeExitCode is not null;

    /// <summary>The exit code that decides; null when the container is not to end by itself.</summary>
    public int? ExpectedExitCode => SmokeExitCode ?? (SmokeCommand is not null && SmokeUrl is null && SmokeLog is null ? 0 : null);
}
