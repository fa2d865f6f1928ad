namespace Nuke.DockerSlim.Inventory;

/// <summary>Who installs and names a package. The numbers are part of the layer cache's format.</summary>
internal enum PackageKind
{
    /// <summary>Debian and its relatives.</summary>
    Dpkg = 0,

    /// <summary>Alpine and its relatives.</summary>
    Apk = 1,

    /// <summary>A package of node's.</summary>
    Npm = 2,

    /// <summary>A distribution of Python's.</summary>
    Python = 3,

    /// <summary>A package of .NET's.</summary>
    NuGet = 4,

    /// <summary>A module that a Go program was linked from.</summary>
    Go = 5,

    /// <summary>An archive of Java classes.</summary>
    Jar = 6,
}
