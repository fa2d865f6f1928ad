namespace Nuke.DockerSlim.Inspecting;

/// <summary>What an entry of a layer is to the engine that applies the layer. The numbers are part of the layer cache's format.</summary>
public enum LayerEntryKind
{
    /// <summary>A file with content of its own.</summary>
    File = 0,

    /// <summary>A folder.</summary>
    Folder = 1,

    /// <summary>A symbolic link.</summary>
    SymbolicLink = 2,

    /// <summary>Another name of a file that stands earlier.</summary>
    HardLink = 3,

    /// <summary>A character device.</summary>
    CharacterDevice = 4,

    /// <summary>A block device.</summary>
    BlockDevice = 5,

    /// <summary>A named pipe.</summary>
    Pipe = 6,

    /// <summary>Removes what lower layers have at this path (<c>.wh.NAME</c>; OCI image specification, layers).</summary>
    Whiteout = 7,

    /// <summary>Hides what lower layers have below this folder (<c>.wh..wh..opq</c>).</summary>
    OpaqueFolder = 8,

    /// <summary>What a union file system kept for itself (<c>.wh..wh.NAME</c>); no engine applies it.</summary>
    UnionMetadata = 9,

    /// <summary>Of a type that engines pass over or refuse.</summary>
    Other = 10,
}
