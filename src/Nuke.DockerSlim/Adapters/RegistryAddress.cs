using System.Net;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Where a repository's API is.</summary>
/// <param name="Host">The registry as people and <c>docker login</c> name it.</param>
/// <param name="Authority">Host and port that answer.</param>
/// <param name="Repository">The repository's path there.</param>
internal sealed record RegistryAddress(string Host, string Authority, string Repository)
{
    /// <summary>The address of a reference's repository. Docker Hub answers at another host than it is named by, and its own images lie in <c>library</c>.</summary>
    /// <param name="reference">The reference.</param>
    public static RegistryAddress Of(ImageReference reference)
    {
        var isHub = reference.Host is "docker.io" or "index.docker.io" or "registry-1.docker.io";
        return isHub
            ? new RegistryAddress(
                "docker.io",
                "registry-1.docker.io",
                reference.Path.Contains('/') ? reference.Path : "library/" + reference.Path
            )
            : new RegistryAddress(reference.Host, reference.Host, reference.Path);
    }

    /// <summary>Whether it is on this machine, where docker too takes a registry without TLS.</summary>
    public bool IsLoopback => IsOnThisMachine(new Uri($"http://{Authority}"));

    /// <summary>Whether an address is this machine's own.</summary>
    /// <param name="uri">The address.</param>
    public static bool IsOnThisMachine(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
