using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>That what lies in a registry is what was tested and measured.</summary>
public sealed record PushedProof
{
    /// <summary>The repository that it was read back from.</summary>
    public required string Repository { get; init; }

    /// <summary>The platform.</summary>
    public string? Platform { get; init; }

    /// <summary>
    /// Whether the digests are those of the platform's manifest, which was known before the push. Otherwise they are the config's, which names the diff id of every
    /// layer; those were compared, too.
    /// </summary>
    public bool ByManifest { get; init; }

    /// <summary>What was tested and measured.</summary>
    public required Digest Tested { get; init; }

    /// <summary>What the registry holds.</summary>
    public required Digest Pushed { get; init; }
}
