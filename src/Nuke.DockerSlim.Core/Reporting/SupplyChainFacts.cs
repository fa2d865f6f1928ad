namespace Nuke.DockerSlim.Reporting;

/// <summary>What is stated beside a pushed image; none of it is part of what was tested and measured.</summary>
public sealed record SupplyChainFacts
{
    /// <summary>The annotations of the index, <c>name=value</c>, by name.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>What is attested, by platform.</summary>
    public IReadOnlyList<AttestationFacts> Attestations { get; init; } = [];

    /// <summary>What cosign signed: repository and digest of what the tags were to stand for; empty where nothing was to be signed.</summary>
    public IReadOnlyList<string> Signed { get; init; } = [];

    /// <summary>
    /// Whether the tags stood for the same images, annotations and kinds of attestations before, so that what they stood for was kept with what it states.
    /// </summary>
    public bool Kept { get; init; }
}
