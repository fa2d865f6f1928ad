namespace Docker.DotNet.Models;

/// <summary>
/// A swarm object's version. Nothing here uses it, but it must exist: with both namespaces imported, a bare "Version" is
/// ambiguous against the real package, so it has to be against this one.
/// </summary>
public class Version
{
    public ulong Index { get; set; }
}
