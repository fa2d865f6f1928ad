namespace Nuke.DockerSlim.Inspecting;

/// <summary>A name in the merged tree of an image.</summary>
internal sealed class TreeNode
{
    /// <summary>What lies below, by name; null for what is no folder, and for a folder nobody put anything into.</summary>
    public Dictionary<string, TreeNode>? Children { get; set; }

    /// <summary>What it is.</summary>
    public LayerEntryKind Kind { get; set; } = LayerEntryKind.Folder;

    /// <summary>The layer that brought it last.</summary>
    public int Layer { get; set; }

    /// <summary>Its content; null for all but files.</summary>
    public FileContent? Content { get; set; }

    /// <summary>Permission bits.</summary>
    public int Mode { get; set; }

    /// <summary>Where a symbolic link points, as it was written; null for all else.</summary>
    public string? Link { get; set; }
}
