using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A statement about one platform's image, beside it in the index.</summary>
public sealed record AttestationFacts
{
    /// <summary>The platform; null where it is not known.</summary>
    public string? Platform { get; init; }

    /// <summary>The image's manifest, which the statement is about.</summary>
    public required Digest Image { get; init; }

    /// <summary>What is stated (in-toto's predicate type): <c>https://slsa.dev/provenance/v0.2</c>, <c>https://spdx.dev/Document</c>.</summary>
    public required string PredicateType { get; init; }

    /// <summary>How much of it is stated, where that is not the usual: <c>max</c>.</summary>
    public string? Mode { get; init; }
}
