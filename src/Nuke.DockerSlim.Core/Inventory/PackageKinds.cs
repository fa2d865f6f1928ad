namespace Nuke.DockerSlim.Inventory;

/// <summary>What kinds of packages are called.</summary>
internal static class PackageKinds
{
    /// <summary>The name of a kind in reports.</summary>
    /// <param name="kind">It.</param>
    public static string Name(PackageKind kind) => kind.ToString().ToLowerInvariant();
}
