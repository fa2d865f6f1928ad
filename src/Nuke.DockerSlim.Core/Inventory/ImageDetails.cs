using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Inventory;

/// <summary>What the contents of an image's files tell: of the files that the merged tree shows alone.</summary>
/// <param name="tree">The files.</param>
/// <param name="layers">What each layer's files tell, the lowest first.</param>
internal sealed class ImageDetails(ImageTree tree, IReadOnlyList<LayerDetails> layers)
{
    private readonly Dictionary<FileDetails, HashSet<(PackageKind, string, string, string)>> _identities = [];

    /// <summary>The files of the image.</summary>
    public ImageTree Tree => tree;

    /// <summary>The files that tell something, in the order of their paths; a content with several names once.</summary>
    public IReadOnlyList<(string Path, FileContent Content, FileDetails Details)> Files { get; } =
    [
        .. tree.Files()
            .Where(x => layers[x.Node.Content!.Layer].Files.ContainsKey(x.Node.Content.Path))
            .OrderBy(x => x.Path, StringComparer.Ordinal)
            .DistinctBy(x => x.Node.Content)
            .Select(x => (x.Path, x.Node.Content!, layers[x.Node.Content!.Layer].Files[x.Node.Content.Path])),
    ];

    /// <summary>The distribution that the image says it is of; null when it does not tell.</summary>
    public Distribution? Distribution => Files.Select(x => x.Details.Distribution).FirstOrDefault(x => x is not null);

    /// <summary>What the archives came to that packages of node's were installed from, by the packages' folders.</summary>
    public IReadOnlyDictionary<string, string> Integrities()
    {
        var integrities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, _, file) in Files)
        foreach (var (folder, integrity) in file.Integrities)
            integrities.TryAdd(LockFolder.Joined(LockFolder.Of(path), folder), integrity);
        return integrities;
    }

    /// <summary>What kept layers from being looked into whole, a sentence each.</summary>
    public IEnumerable<string> LayerGaps =>
        layers.Index().Where(x => x.Item.Gap is not null).Select(x => $"Layer {x.Index}: {x.Item.Gap}.");

    /// <summary>
    /// The layer that brought a package: a list that names all packages is written anew with each installation, so what an unbroken row of lower layers has in the
    /// same file is theirs.
    /// </summary>
    /// <param name="content">The file as the image shows it.</param>
    /// <param name="package">A package that it names.</param>
    public int LayerOf(FileContent content, FoundPackage package)
    {
        var found = content.Layer;
        for (var below = found - 1; below >= 0; below--)
        {
            if (!layers[below].Files.TryGetValue(content.Path, out var details))
                continue;
            if (!Identities(details).Contains(package.Identity))
                break;
            found = below;
        }
        return found;
    }

    private HashSet<(PackageKind, string, string, string)> Identities(FileDetails details)
    {
        if (!_identities.TryGetValue(details, out var identities))
            _identities[details] = identities = [.. details.Packages.Select(x => x.Identity)];
        return identities;
    }
}
