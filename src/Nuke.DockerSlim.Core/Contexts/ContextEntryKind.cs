namespace Nuke.DockerSlim.Contexts;

/// <summary>What an entry of a build context is.</summary>
public enum ContextEntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link, sent as such: what it points to is not followed.</summary>
    Link,

    /// <summary>A named pipe, a socket or a device.</summary>
    Special,
}
