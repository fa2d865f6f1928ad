using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Looks into the layers that a measurement has read.</summary>
internal static class ImageInspection
{
    /// <summary>How the rules of what lies in an image begin.</summary>
    private const string Rule = "residue-";

    // Less is not worth a line of a report that people read.
    private static readonly ByteSize WorthFinding = new(100_000);

    /// <summary>Adds what is in the image to its report.</summary>
    /// <param name="report">The report, with the layers in it.</param>
    /// <param name="image">The image.</param>
    /// <param name="layers">What is known of its layers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The report, all packages, and the map of the files; null for these where the layers could not be looked into.</returns>
    public static (ImageReport Report, PackageList? Packages, FileMap? Map) Add(
        ImageReport report,
        MeasuredImage image,
        LayerCache layers,
        CancellationToken cancellationToken
    )
    {
        var indexes = image.Layers.Select(x => layers.FindContents(x.DiffId.Value)).ToArray();
        var findings = report.Findings.Where(x => !x.Rule.StartsWith(Rule, StringComparison.Ordinal));
        var details = image.Layers.Select(x => layers.FindDetails(x.DiffId.Value)).ToArray();
        if (indexes.Any(x => x is null) || details.Any(x => x is null))
            return (report with { Contents = null, Residue = [], Surface = null, Inventory = null, Findings = [.. findings] }, null, null);
        var tree = ImageTree.Of(indexes!, cancellationToken);
        var sources = report.Layers.Select(x => new LayerSource(x.Line, x.FromBase)).ToArray();
        var gap = indexes.Index().FirstOrDefault(x => x.Item!.Gap is not null) is { Item: { } item } broken
            ? $"Layer {broken.Index}: {item.Gap}."
            : null;
        var told = new ImageDetails(tree, details!);
        var packages = PackageInventory.Packages(told, sources);
        var residue = Residue.Find(tree, sources, DetailedResidue.Find(told));
        var inventory = PackageInventory.Facts(packages, told);
        report = report with
        {
            Layers =
            [
                .. report.Layers.Zip(indexes, (x, y) => x.FromBase == true ? x : x with { ContentDigest = LayerContentDigest.Of(y!) }),
            ],
            Contents = ImageContents.Facts(tree, sources, gap),
            Residue = residue,
            Surface = AttackSurface.Facts(tree, image.User, sources) with { Packages = PackageInventory.Counts(packages) },
            Inventory = inventory,
            Findings = [.. findings, .. residue.Where(IsWorth).Select(x => Finding(x, report.Image.Dockerfile))],
        };
        return (report, new PackageList(packages, told.Distribution, inventory), FileMapBuilder.Of(tree));
    }

    // What the base image brought is for another base image to mend, and the report lists it all the same.
    private static bool IsWorth(ResidueFacts residue) =>
        residue.FromBase == false && (residue.Content >= WorthFinding || residue.Kind == "key-file");

    private static Finding Finding(ResidueFacts residue, string? dockerfile) =>
        new()
        {
            Rule = Rule + residue.Kind,
            Severity = FindingSeverity.Warning,
            File = dockerfile,
            Line = residue.Line,
            Message =
                $"{Words(residue)}: {residue.Content.Text} in {residue.Files} {(residue.Files == 1 ? "file" : "files")} that a service does not need to run.",
            Fix = residue.Fix,
            Saving = residue.Content,
        };

    // "source-maps" under a folder of other things are in it; a cache is the folder.
    private static string Words(ResidueFacts residue)
    {
        var kind = residue.Kind.Replace('-', ' ');
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]}, {residue.Path}";
    }
}
