namespace Nuke.DockerSlim.Checking;

/// <summary>Paths inside an image.</summary>
internal static class ImagePath
{
    /// <summary>A path as seen from a folder, without dots and doubled or closing slashes.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="path">The path, absolute or not.</param>
    public static string Combine(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : folder + "/" + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }
        return "/" + string.Join('/', parts);
    }
}
