namespace Nuke.DockerSlim.Configuration;

/// <summary>Makes one file's name into those of several files.</summary>
internal static class FileNaming
{
    /// <summary>A file's name with more in it, before its first dot: <c>sbom.cdx.json</c> becomes <c>sbom-linux-arm64.cdx.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="more">What comes into its name.</param>
    public static string With(string path, string more)
    {
        var name = Path.GetFileName(path);
        // A name may begin with one.
        var dot = name.IndexOf('.', Math.Min(1, name.Length));
        return Path.Combine(Path.GetDirectoryName(path) ?? "", dot < 0 ? name + more : name[..dot] + more + name[dot..]);
    }
}
