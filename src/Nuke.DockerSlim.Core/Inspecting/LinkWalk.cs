namespace Nuke.DockerSlim.Inspecting;

/// <summary>Follows symbolic links within an image, as a system that runs it does.</summary>
internal static class LinkWalk
{
    // Linux gives up after as many (path_resolution(7)).
    private const int Most = 40;

    /// <summary>What a path leads to when all links in it are followed; null for nothing, for what leads in circles, and for what has no entry.</summary>
    /// <param name="tree">The image's files.</param>
    /// <param name="path">The path, without a leading slash.</param>
    public static TreeNode? Resolve(ImageTree tree, string path)
    {
        var left = new Stack<string>(Names(path).Reverse());
        var above = new Stack<TreeNode>();
        var (node, followed) = (tree.Root, 0);
        while (left.TryPop(out var name))
        {
            if (name == ".")
                continue;
            if (name == "..")
            {
                node = above.TryPop(out var parent) ? parent : tree.Root;
                continue;
            }
            if (node.Children is null || !node.Children.TryGetValue(name, out var next))
                return null;
            if (next is not { Kind: LayerEntryKind.SymbolicLink, Link: { } link })
            {
                above.Push(node);
                node = next;
                continue;
            }
            if (++followed > Most)
                return null;
            if (link.StartsWith('/'))
            {
                above.Clear();
                node = tree.Root;
            }
            foreach (var part in Names(link).Reverse())
                left.Push(part);
        }
        return node;
    }

    private static string[] Names(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
