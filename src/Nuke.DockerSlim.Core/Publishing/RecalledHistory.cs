namespace Nuke.DockerSlim.Publishing;

/// <summary>What was found to hang on an image in a registry.</summary>
/// <param name="History">The history; null: there is none that can be read.</param>
/// <param name="Missing">Why not, as the end of a sentence; null: there is.</param>
/// <param name="Platform">The image's platform; null where no image was found.</param>
public sealed record RecalledHistory(PushHistory? History, string? Missing, string? Platform = null)
{
    /// <summary>Whether something is there that a later version of this tool wrote.</summary>
    public bool IsNewer { get; init; }
}
