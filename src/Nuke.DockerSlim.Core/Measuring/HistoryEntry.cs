namespace Nuke.DockerSlim.Measuring;

/// <summary>One entry of an image config's history (OCI image specification: config, <c>history</c>).</summary>
/// <param name="CreatedBy">What made it, such as <c>RUN /bin/sh -c make # buildkit</c>; empty when it does not say.</param>
/// <param name="IsEmpty">Whether it made no layer.</param>
public sealed record HistoryEntry(string CreatedBy, bool IsEmpty);
