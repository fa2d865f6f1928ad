namespace Nuke.DockerSlim.Inspecting;

/// <summary>The type flags of tar headers.</summary>
internal static class TarTypes
{
    /// <summary>What an entry is by its flag alone.</summary>
    /// <param name="type">The flag.</param>
    /// <param name="isSlashed">Whether the name ends in a slash: before POSIX, that made a folder.</param>
    public static LayerEntryKind KindOf(char type, bool isSlashed) =>
        type switch
        {
            '\0' => isSlashed ? LayerEntryKind.Folder : LayerEntryKind.File,
            // Contiguous files and old GNU sparse files are files.
            '0' or '7' or 'S' => LayerEntryKind.File,
            '1' => LayerEntryKind.HardLink,
            '2' => LayerEntryKind.SymbolicLink,
            '3' => LayerEntryKind.CharacterDevice,
            '4' => LayerEntryKind.BlockDevice,
            '5' => LayerEntryKind.Folder,
            '6' => LayerEntryKind.Pipe,
            _ => LayerEntryKind.Other,
        };

    /// <summary>Whether content may follow; where not, a size in the header means nothing.</summary>
    public static bool HasBody(char type) => type is not (>= '1' and <= '6');
}
