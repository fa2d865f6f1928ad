namespace Nuke.DockerSlim.Building;

/// <summary>Where a layer of the built image comes from.</summary>
/// <param name="FromBase">Whether it is a layer of the base image.</param>
/// <param name="FirstLine">First Dockerfile line of the instruction that made it, from one; null when unknown.</param>
/// <param name="LastLine">Last line of that instruction; null when unknown.</param>
/// <param name="Instruction">The instruction's text as the Dockerfile has it, on one line; null when unknown.</param>
public sealed record LayerOrigin(bool FromBase, int? FirstLine, int? LastLine, string? Instruction)
{
    /// <summary>Nothing is known of the layer.</summary>
    public static LayerOrigin Unknown { get; } = new(false, null, null, null);
}
