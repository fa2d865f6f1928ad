namespace Nuke.DockerSlim.Inspecting;

/// <summary>Files that are residue for what is in them or is written about them, not for where they lie.</summary>
internal sealed class ResidueClaims
{
    /// <summary>Files that are residue as a whole, whatever their paths say, and the place that they are summed up under.</summary>
    public Dictionary<FileContent, (ResidueKind Kind, string Place)> Whole { get; } = [];

    /// <summary>Files of which so many bytes are residue, unless their paths make them residue as a whole.</summary>
    public Dictionary<FileContent, (ResidueKind Kind, long Bytes)> Part { get; } = [];
}
