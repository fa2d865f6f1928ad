using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inventory;

/// <summary>The packages of an image. Definitions: docs/measuring.md, packages.</summary>
internal static class PackageInventory
{
    private const int MostShown = 200;

    /// <summary>All packages, by kind, name and version; what several files name is one package.</summary>
    /// <param name="details">What the image's files tell.</param>
    /// <param name="sources">Where each layer comes from, the lowest first.</param>
    public static IReadOnlyList<ListedPackage> Packages(ImageDetails details, IReadOnlyList<LayerSource> sources)
    {
        var integrities = details.Integrities();
        var all =
            from file in details.Files
            from package in file.Details.Packages
            let place = (
                file.Path,
                Bytes: Bytes(details.Tree, file.Path, file.Content, package),
                Layer: details.LayerOf(file.Content, package),
                package.License,
                Integrity: package.Integrity.Length > 0 ? package.Integrity : integrities.GetValueOrDefault(Folder(file.Path), "")
            )
            group place by package.Identity;
        return
        [
            .. all.Select(x => (x.Key, Places: x.OrderBy(y => y.Layer).ThenBy(y => y.Path, StringComparer.Ordinal).ToArray()))
                .Select(x => new ListedPackage(
                    Facts(x.Key, [.. x.Places.Select(y => (y.Path, y.Bytes, y.Layer))], sources),
                    First(x.Places.Select(y => y.License)),
                    First(x.Places.Select(y => y.Integrity))
                ))
                .OrderBy(x => x.Facts.Kind, StringComparer.Ordinal)
                .ThenBy(x => x.Facts.Name, StringComparer.Ordinal)
                .ThenBy(x => x.Facts.Version, StringComparer.Ordinal)
                .ThenBy(x => x.Facts.Qualifier, StringComparer.Ordinal),
        ];
    }

    /// <summary>The packages as a report has them.</summary>
    /// <param name="packages">All packages.</param>
    /// <param name="details">What the image's files tell.</param>
    public static InventoryFacts Facts(IReadOnlyList<ListedPackage> packages, ImageDetails details)
    {
        var unread = details.Files.Where(x => x.Details.Gap is not null).Select(x => $"{ShownPath.Of(x.Path)} {x.Details.Gap}.").ToArray();
        string[] gaps = [.. details.LayerGaps, .. unread.Take(3), .. unread.Length > 3 ? (string[])[$"And {unread.Length - 3} more."] : []];
        return new InventoryFacts
        {
            PackageCount = packages.Count,
            PackageCountIsWhole = !details.LayerGaps.Any() && !details.Files.Any(x => x.Details.MayHidePackages),
            Packages =
            [
                .. packages
                    .Select(x => x.Facts)
                    .OrderBy(x => x.FromBase ?? false)
                    .ThenByDescending(x => x.Content?.Bytes ?? 0)
                    .Take(MostShown),
            ],
            Gap = gaps.Length == 0 ? null : string.Join(' ', gaps),
        };
    }

    /// <summary>How many there are of each kind.</summary>
    /// <param name="packages">All packages.</param>
    public static PackageCounts Counts(IReadOnlyList<ListedPackage> packages) =>
        new()
        {
            Dpkg = Count(packages, PackageKind.Dpkg),
            Apk = Count(packages, PackageKind.Apk),
            Npm = Count(packages, PackageKind.Npm),
            Python = Count(packages, PackageKind.Python),
            NuGet = Count(packages, PackageKind.NuGet),
            Go = Count(packages, PackageKind.Go),
            Jar = Count(packages, PackageKind.Jar),
        };

    private static string First(IEnumerable<string> texts) => texts.FirstOrDefault(x => x.Length > 0) ?? "";

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static int Count(IReadOnlyList<ListedPackage> packages, PackageKind kind) =>
        packages.Count(x => x.Facts.Kind == PackageKinds.Name(kind));

    private static PackageFacts Facts(
        (PackageKind Kind, string Name, string Version, string Qualifier) package,
        (string Path, long? Bytes, int Layer)[] places,
        IReadOnlyList<LayerSource> sources
    ) =>
        new()
        {
            Kind = PackageKinds.Name(package.Kind),
            Name = package.Name,
            Version = package.Version.Length == 0 ? null : package.Version,
            Qualifier = package.Qualifier.Length == 0 ? null : package.Qualifier,
            Content = places.Any(x => x.Bytes is null) ? null : new ByteSize(places.Sum(x => x.Bytes!.Value)),
            Path = ShownPath.Of(places[0].Path),
            Layer = places[0].Layer,
            Line = sources[places[0].Layer].Line,
            FromBase = sources[places[0].Layer].FromBase,
        };

    private static long? Bytes(ImageTree tree, string path, FileContent content, FoundPackage package) =>
        package.Kind switch
        {
            PackageKind.Npm => PackageFolder.Files(tree, path[..path.LastIndexOf('/')]).Sum(x => x.Bytes),
            PackageKind.Jar when path.EndsWith(".jar", StringComparison.Ordinal) && path.Contains(package.Name, StringComparison.Ordinal) =>
                content.Bytes,
            _ => package.Bytes,
        };
}
