namespace Nuke.DockerSlim.Values;

/// <summary>The kinds of places that an image can be measured in, by the names that skopeo gives them.</summary>
public enum ImageTransport
{
    /// <summary><c>docker-daemon:</c>, the engine's image store.</summary>
    DockerDaemon,

    /// <summary><c>docker://</c>, a registry.</summary>
    Registry,

    /// <summary><c>oci:</c>, a folder that is an OCI layout.</summary>
    OciFolder,

    /// <summary><c>oci-archive:</c>, the tar of an OCI layout.</summary>
    OciArchive,

    /// <summary><c>docker-archive:</c>, a tar as <c>docker save</c> writes it, of any version.</summary>
    DockerArchive,
}
