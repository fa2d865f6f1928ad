namespace Nuke.DockerSlim.Contexts;

/// <summary>What a file is to those who work on it; the earlier, the likelier somebody edits it and builds again.</summary>
public enum FileRole
{
    /// <summary>Source text of a program.</summary>
    Source,

    /// <summary>Source text of tests.</summary>
    Test,

    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Says which packages in which versions are installed, to the last one.</summary>
    Lock,

    /// <summary>Says which packages are wanted.</summary>
    Manifest,

    /// <summary>Says how the image is built.</summary>
    Recipe,
}
