using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>An instruction in the baseline's Dockerfile and in this one.</summary>
/// <param name="Before">The baseline's; null when it is new.</param>
/// <param name="After">This one's; null when it is gone.</param>
internal sealed record LinePair(LineFacts? Before, LineFacts? After)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsUnchanged => Before is not null && After is not null && InstructionWords.Same(Before.Instruction, After.Instruction);
}
