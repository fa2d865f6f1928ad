using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Something that the image is forbidden to have, and whether it has it.</summary>
public sealed record PolicyFacts
{
    /// <summary>What is forbidden, such as <c>shell</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the image keeps to it: within, exceeded (it has one), or not measured.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The sentence that names path, layer and line; null where the image keeps to it.</summary>
    public string? Message { get; init; }
}
