namespace Nuke.DockerSlim.Reporting;

/// <summary>One of the builds that a figure is the least of.</summary>
/// <param name="Milliseconds">Wall clock of the docker client, in milliseconds.</param>
/// <param name="Steps">RUN, COPY and ADD steps of the stages that it needed.</param>
/// <param name="CachedSteps">Those of them whose result came from the cache.</param>
/// <param name="Void">Why it does not count; null when it does.</param>
public sealed record BuildRound(long Milliseconds, int Steps, int CachedSteps, string? Void);
