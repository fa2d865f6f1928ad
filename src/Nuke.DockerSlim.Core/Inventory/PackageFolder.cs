using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>The folder of a package of node's.</summary>
internal static class PackageFolder
{
    /// <summary>Its own files, a content with several names once; not those of the packages that lie in its <c>node_modules</c>.</summary>
    /// <param name="tree">The image's files.</param>
    /// <param name="folder">The folder's path, without slashes at its ends.</param>
    public static IEnumerable<FileContent> Files(ImageTree tree, string folder)
    {
        var open = new Stack<TreeNode>(tree.Find(folder) is { } root ? [root] : []);
        var seen = new HashSet<FileContent>();
        while (open.TryPop(out var node))
        {
            if (node.Content is { } content && seen.Add(content))
                yield return content;
            foreach (var (name, child) in node.Children ?? [])
                if (name != "node_modules")
                    open.Push(child);
        }
    }
}
