namespace Nuke.DockerSlim.Inspecting;

/// <summary>How content of a layer came to be in no file of the image.</summary>
public enum WasteReason
{
    /// <summary>A later layer has a file of the same path.</summary>
    Overwritten,

    /// <summary>A later layer has the very same content at its path: only its owner, mode or date changed.</summary>
    CopiedAgain,

    /// <summary>A later layer removes it, or a folder above it.</summary>
    Removed,

    /// <summary>A later layer hides what lower layers have in its folder.</summary>
    Hidden,

    /// <summary>A later layer has something else in the place of its folder.</summary>
    Replaced,
}
