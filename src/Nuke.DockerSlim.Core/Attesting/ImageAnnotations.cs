using System.Globalization;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Attesting;

/// <summary>The annotations of a pushed index (OCI image specification: annotations).</summary>
public static class ImageAnnotations
{
    private const string Prefix = "org.opencontainers.image.";

    /// <summary>
    /// Those that sources give, as far as they are known. None depends on when it is asked for: the same sources have the same, so that an image that is pushed again
    /// stays what it is. <c>created</c> is therefore the time that the image's files were given, or the commit's.
    /// </summary>
    /// <param name="source">The sources.</param>
    /// <param name="epoch">The time that the image's files were given; null for none.</param>
    public static IReadOnlyList<string> Of(SourceFacts source, DateTimeOffset? epoch)
    {
        (string Name, string? Value)[] known =
        [
            ("source", source.Address),
            ("revision", source.Commit is { } commit ? commit + (source.IsChanged ? "-dirty" : "") : null),
            // A version is of the commit and of no changes to it.
            ("version", source.IsChanged ? null : TagTemplate.VersionOf(source.Tags)),
            ("created", (epoch ?? source.CommitTime)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ];
        return [.. known.Where(x => x.Value is not null).Select(x => $"{Prefix}{x.Name}={x.Value}")];
    }

    /// <summary>Annotations by their names, sorted; of two with one name the later counts.</summary>
    /// <param name="annotations">The annotations, <c>name=value</c>.</param>
    internal static IReadOnlyDictionary<string, string> ByName(IEnumerable<string> annotations)
    {
        var byName = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var annotation in annotations)
            byName[annotation[..annotation.IndexOf('=')]] = annotation[(annotation.IndexOf('=') + 1)..];
        return byName;
    }
}
