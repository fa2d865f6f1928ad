namespace Nuke.DockerSlim.Contexts;

/// <summary>Paths in a build context: relative to its folder, parted by slashes, without one at either end.</summary>
internal static class ContextPath
{
    /// <summary>The folder itself, as a cleaned path.</summary>
    public const string Root = ".";

    /// <summary>
    /// The shortest path of the same meaning, by its text alone, as Go's <c>filepath.Clean</c> finds it: no empty part, no <c>.</c>,
    /// no <c>..</c> behind a name; <see cref="Root" /> when nothing is left.
    /// </summary>
    /// <param name="path">A path, absolute or not.</param>
    public static string Clean(string path)
    {
        var absolute = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (!absolute)
                parts.Add(part);
        }
        var joined = string.Join('/', parts);
        return absolute ? "/" + joined
            : joined.Length == 0 ? Root
            : joined;
    }

    /// <summary>A path below another; below the root it is the name alone.</summary>
    /// <param name="parent">A folder; empty is the context's own.</param>
    /// <param name="name">A name in it.</param>
    public static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}/{name}";

    /// <summary>Whether a path is a folder or lies below it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">The folder; empty is the context's own.</param>
    public static bool IsAtOrBelow(string path, string folder) =>
        folder.Length == 0
        || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));
}
