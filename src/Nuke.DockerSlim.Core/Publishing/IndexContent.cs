using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>What an index is made of.</summary>
/// <param name="Images">The images: manifests, or indexes whose images are taken over with what is stated about them. They are in the repository.</param>
public sealed record IndexContent(IReadOnlyList<Digest> Images)
{
    /// <summary>The index's annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>What is stated about its images.</summary>
    public IReadOnlyList<ImageStatement> Statements { get; init; } = [];
}
