namespace Nuke.DockerSlim.Checking;

/// <summary>A stage as the Dockerfile's text has it.</summary>
/// <param name="Index">Its number, from zero.</param>
/// <param name="Name">Its name, as written; null when it has none.</param>
/// <param name="Base">What it is built from, with build args filled in; null when one of them has no value.</param>
/// <param name="From">Its FROM.</param>
/// <param name="Instructions">What follows its FROM.</param>
public sealed record StageText(
    int Index,
    string? Name,
    string? Base,
    DockerfileInstruction From,
    IReadOnlyList<DockerfileInstruction> Instructions
)
{
    /// <summary>What a message calls it.</summary>
    public string Label => Name is null ? $"stage {Index}" : $"stage '{Name}'";
}
