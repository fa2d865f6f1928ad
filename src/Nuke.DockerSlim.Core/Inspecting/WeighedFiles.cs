namespace Nuke.DockerSlim.Inspecting;

/// <summary>The files and folders of an image that weigh something, in a row: each folder before what lies in it.</summary>
internal sealed class WeighedFiles
{
    private readonly List<WeighedFile> _all = [];
    private readonly List<long> _bytes = [];

    private WeighedFiles() { }

    /// <summary>All of them; the first is the root.</summary>
    public IReadOnlyList<WeighedFile> All => _all;

    /// <summary>Bytes of each; a folder's are those of all that lies in it.</summary>
    public IReadOnlyList<long> Bytes => _bytes;

    /// <summary>Weighs the files of an image. Of several names of one content the first bears it, as the layers hold it once.</summary>
    /// <param name="tree">The image's files.</param>
    public static WeighedFiles Of(ImageTree tree)
    {
        var files = new WeighedFiles();
        files.Walk(tree.Root);
        // What lies in a folder stands behind it.
        for (var i = files._all.Count - 1; i > 0; i--)
            files._bytes[files._all[i].Parent] += files._bytes[i];
        return files;
    }

    // Paths may be as deep as a tar's longest name: no recursion.
    private void Walk(TreeNode root)
    {
        var seen = new HashSet<FileContent>();
        var open = new Stack<(string Name, TreeNode Node, int Parent, int Depth)>([("", root, -1, -1)]);
        while (open.TryPop(out var next))
        {
            var (name, node, parent, depth) = next;
            if (node.Content is { } content)
                Add(new(name, parent, depth, content.Layer, IsFolder: false), seen.Add(content) ? content.Bytes : 0);
            if (node.Children is not { Count: > 0 } children)
            {
                if (parent < 0)
                    Add(new(name, parent, depth, node.Layer, IsFolder: true), 0);
                continue;
            }
            var number = _all.Count;
            Add(new(name, parent, depth, node.Layer, IsFolder: true), 0);
            foreach (var (childName, child) in children)
                open.Push((childName, child, number, depth + 1));
        }
    }

    private void Add(WeighedFile file, long bytes)
    {
        _all.Add(file);
        _bytes.Add(bytes);
    }
}
