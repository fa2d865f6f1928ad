namespace Nuke.DockerSlim.Secrets;

/// <summary>What of an image or a build a secret was met in.</summary>
internal enum SecretPlace
{
    /// <summary>The content of a file.</summary>
    File,

    /// <summary>The name of a file or folder.</summary>
    FileName,

    /// <summary>What a link leads to.</summary>
    Link,

    /// <summary>The config: environment, command, and what else it has.</summary>
    Config,

    /// <summary>The config's history: the instructions with the values of build args.</summary>
    History,

    /// <summary>A label.</summary>
    Label,

    /// <summary>An annotation of an index or a manifest.</summary>
    Annotation,

    /// <summary>A statement about the image, such as its provenance.</summary>
    Attestation,

    /// <summary>What a build wrote while it ran.</summary>
    Log,
}
