namespace Nuke.DockerSlim.Inventory;

/// <summary>The folder that the paths in a lock file of npm's start at.</summary>
internal static class LockFolder
{
    /// <summary>The folder, without slashes at its ends: the file's own, or of npm's record of what it installed, in node_modules, the one above.</summary>
    /// <param name="path">The lock file's path.</param>
    public static string Of(string path)
    {
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        return folder == "node_modules" ? ""
            : folder.EndsWith("/node_modules", StringComparison.Ordinal) ? folder[..^"/node_modules".Length]
            : folder;
    }

    /// <summary>A path from the root on.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="below">The path from there on.</param>
    public static string Joined(string folder, string below) => folder.Length == 0 ? below : $"{folder}/{below}";
}
