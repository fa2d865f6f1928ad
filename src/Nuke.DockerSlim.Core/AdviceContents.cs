using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Lists the files of images that were measured.</summary>
internal static class AdviceContents
{
    /// <summary>The paths of all that is no folder, without a leading slash; null where a layer could not be looked into.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="layers">What is known of its layers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlySet<string>? Paths(ImageReport report, LayerCache layers, CancellationToken cancellationToken)
    {
        var indexes = report.Layers.Select(x => layers.FindContents(x.DiffId.Value)).ToArray();
        return indexes.Any(x => x is null || x.Gap is not null)
            ? null
            : ImageTree
                .Of(indexes!, cancellationToken)
                .Nodes()
                .Where(x => x.Node.Kind != LayerEntryKind.Folder)
                .Select(x => x.Path)
                .ToHashSet();
    }
}
