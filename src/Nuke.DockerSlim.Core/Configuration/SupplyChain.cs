namespace Nuke.DockerSlim.Configuration;

/// <summary>What is stated about an image beside its bytes when it is pushed. None of it is part of what is tested and measured.</summary>
public sealed record SupplyChain
{
    /// <summary>
    /// Whether the index has the annotations <c>org.opencontainers.image.source</c>, <c>revision</c>, <c>version</c> and <c>created</c>, of git and the pipeline, as far
    /// as they are known.
    /// </summary>
    public bool Annotate { get; init; }

    /// <summary>Further annotations of the index, <c>name=value</c>; they go over those of <see cref="Annotate" />.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>What is attested of each platform's image (<see cref="Configuration.Attestations" />): <c>provenance</c>, <c>provenance=max</c>, <c>sbom</c>.</summary>
    public IReadOnlyList<string> Attestations { get; init; } = [];

    /// <summary>Whether what the tags are to stand for is signed by <c>cosign</c>, before any of them is moved; it is an error when cosign is not installed.</summary>
    public bool Sign { get; init; }

    /// <summary>
    /// The key that it is signed by, as cosign names keys: a file, <c>env://NAME</c>, <c>awskms://…</c>; its password is in <c>COSIGN_PASSWORD</c>. Null: the identity
    /// that cosign finds in its environment.
    /// </summary>
    public string? SigningKey { get; init; }

    /// <summary>Whether an index is made for it, also of one platform.</summary>
    internal bool NeedsIndex => Annotations.Count > 0 || Attestations.Count > 0;
}
