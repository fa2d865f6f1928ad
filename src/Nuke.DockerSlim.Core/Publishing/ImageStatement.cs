using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>What is stated about an image beside it, in an index.</summary>
/// <param name="Image">The image's manifest.</param>
/// <param name="PredicateType">What is stated, a URI that in-toto's statements name.</param>
/// <param name="Content">The statement (in-toto attestation framework, JSON).</param>
public sealed record ImageStatement(Digest Image, string PredicateType, byte[] Content)
{
    /// <summary>How much of it is stated, where there is more than one way: <c>max</c>; null for the usual one.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether statements that a builder left about the image are left out for it: it says the same, or more.</summary>
    public bool Replaces { get; init; }
}
