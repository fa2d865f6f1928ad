namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// The files of an image: its layers applied one over the other as engines do (OCI image specification, layers), and what was lost on the way. Content is
/// counted once however many hard links it has, and the copy that is left is never lost.
/// </summary>
internal sealed class ImageTree
{
    private readonly TreeNode _root = new();
    private readonly List<LostContent> _lost = [];

    // All that looks at an image goes through its paths, and making them takes more than keeping them.
    private (string Path, TreeNode Node)[]? _nodes;

    /// <summary>The uppermost folder.</summary>
    public TreeNode Root => _root;

    /// <summary>What was lost, in the order of the layers that took it.</summary>
    public IReadOnlyList<LostContent> Lost => _lost;

    /// <summary>Bytes of file content that lie in the layers, hard links once.</summary>
    public long LayerBytes { get; private set; }

    /// <summary>Applies layers.</summary>
    /// <param name="layers">What is in each, the lowest first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ImageTree Of(IEnumerable<LayerIndex> layers, CancellationToken cancellationToken)
    {
        var tree = new ImageTree();
        foreach (var (number, layer) in layers.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Whiteouts are about lower layers only, wherever in the tar they stand.
            foreach (var entry in layer.Entries)
                tree.Remove(entry, number);
            foreach (var entry in layer.Entries)
                tree.Add(entry, number);
        }
        return tree;
    }

    /// <summary>Every name with a file's content below a folder, hard links each; the path as the image has it, without a leading slash.</summary>
    public IEnumerable<(string Path, TreeNode Node)> Files() => Nodes().Where(x => x.Node.Content is not null);

    /// <summary>Every name but the root.</summary>
    public IReadOnlyList<(string Path, TreeNode Node)> Nodes() => _nodes ??= [.. Walk()];

    private IEnumerable<(string Path, TreeNode Node)> Walk()
    {
        var open = new Stack<(string Path, TreeNode Node)>([("", _root)]);
        while (open.TryPop(out var next))
        {
            if (next.Path.Length > 0)
                yield return next;
            if (next.Node.Children is { } children)
                foreach (var (name, child) in children)
                    open.Push((next.Path.Length == 0 ? name : $"{next.Path}/{name}", child));
        }
    }

    /// <summary>What has a path; null when there is nothing.</summary>
    /// <param name="path">The path, without a leading slash.</param>
    public TreeNode? Find(string path)
    {
        var node = _root;
        foreach (var name in Names(path))
            if (node.Children is null || !node.Children.TryGetValue(name, out node!))
                return null;
        return node;
    }

    private void Remove(in LayerEntry entry, int layer)
    {
        if (entry.Escapes)
            return;
        if (entry.Kind == LayerEntryKind.Whiteout && Parent(entry.Path, layer, mayMake: false, out var name) is { Children: { } siblings })
        {
            if (siblings.Remove(name, out var gone))
                Lose(gone, layer, WasteReason.Removed, entry.Path);
        }
        else if (entry.Kind == LayerEntryKind.OpaqueFolder && Find(entry.Path) is { Children: { } hidden } folder)
        {
            folder.Children = null;
            foreach (var node in hidden.Values)
                Lose(node, layer, WasteReason.Hidden, entry.Path);
        }
    }

    private void Add(in LayerEntry entry, int layer)
    {
        if (entry.Escapes || entry.Path.Length == 0)
            return;
        if (entry.Kind is LayerEntryKind.Whiteout or LayerEntryKind.OpaqueFolder or LayerEntryKind.UnionMetadata or LayerEntryKind.Other)
            return;
        var content = entry.Kind switch
        {
            LayerEntryKind.File => new FileContent(entry.Path, layer, entry.Bytes, entry.Fingerprint),
            // A link to what is not there cannot be applied; engines refuse the layer.
            LayerEntryKind.HardLink => Find(entry.Link ?? "")?.Content,
            _ => null,
        };
        if (entry.Kind == LayerEntryKind.File)
            LayerBytes += entry.Bytes;
        if (content is not null)
            content.Names++;
        var siblings = Parent(entry.Path, layer, mayMake: true, out var name)!.Children ??= new(StringComparer.Ordinal);
        if (siblings.TryGetValue(name, out var node))
        {
            var before = (node.Content, node.Children);
            if (before.Content is { } old)
                Drop(old, layer, IsSame(old, content) ? WasteReason.CopiedAgain : WasteReason.Overwritten, entry.Path);
            if (entry.Kind != LayerEntryKind.Folder && before.Children is { } children)
            {
                node.Children = null;
                foreach (var below in children.Values)
                    Lose(below, layer, WasteReason.Replaced, entry.Path);
            }
        }
        else
            siblings[name] = node = new TreeNode();
        (node.Kind, node.Layer, node.Content, node.Mode) = (entry.Kind, layer, content, entry.Mode);
        node.Link = entry.Kind == LayerEntryKind.SymbolicLink ? entry.Link : null;
    }

    /// <summary>The folder of a path; null when it is not there and may not be made.</summary>
    private TreeNode? Parent(string path, int layer, bool mayMake, out string name)
    {
        var node = _root;
        var slash = path.LastIndexOf('/');
        name = path[(slash + 1)..];
        foreach (var part in slash < 0 ? [] : Names(path[..slash]))
        {
            if (node.Children is null && !mayMake)
                return null;
            node.Children ??= new(StringComparer.Ordinal);
            if (!node.Children.TryGetValue(part, out var child))
            {
                if (!mayMake)
                    return null;
                node.Children[part] = child = new TreeNode { Layer = layer };
            }
            node = child;
        }
        return node;
    }

    private void Lose(TreeNode node, int by, WasteReason why, string root)
    {
        var open = new Stack<TreeNode>([node]);
        while (open.TryPop(out var next))
        {
            if (next.Content is { } content)
                Drop(content, by, why, root);
            if (next.Children is { } children)
                foreach (var child in children.Values)
                    open.Push(child);
        }
    }

    private void Drop(FileContent content, int by, WasteReason why, string root)
    {
        if (--content.Names == 0)
            _lost.Add(new LostContent(content, by, why, root));
    }

    private static bool IsSame(FileContent old, FileContent? content) =>
        content is { Fingerprint: not null }
        && content.Fingerprint == old.Fingerprint
        && content.Bytes == old.Bytes
        && content.Layer != old.Layer;

    private static string[] Names(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
