using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds the history of an image in files: what the runs of a machine keep, and the reports of earlier runs.</summary>
internal static class HistorySearch
{
    /// <summary>The histories that a file or a folder holds, one for each platform.</summary>
    /// <param name="path">The file or folder, absolute.</param>
    /// <param name="shown">The same as it is shown.</param>
    /// <param name="image">The image's name.</param>
    /// <exception cref="InputException">There is nothing, no file of a history, or one of another image.</exception>
    public static IReadOnlyList<TagHistory> Find(string path, string shown, string image)
    {
        if (Directory.Exists(path))
            return InFolder(path, shown, image);
        if (!File.Exists(path))
            throw new InputException($"There is no file or folder {shown}; name what earlier runs left with --history-from.");
        if (HistoryFile.Read(path) is not { } read)
            throw new InputException(
                $"{shown} is no history that this version reads; name a {RunHistory.FileName} or a folder of earlier runs with --history-from."
            );
        if (read.Name != image)
            throw new InputException(
                $"{shown} is the history of the image {UntrustedText.OneLine(read.Name)}, not of {image}; name one of {image} with --history-from, or all by their folder."
            );
        return [.. read.Tags.Select(x => x.Kind == HistoryKind.Tag ? x : x with { Reference = shown })];
    }

    // A run that a report tells of may be in a file of runs, too; it was measured at the same moment.
    private static IReadOnlyList<TagHistory> InFolder(string folder, string shown, string image)
    {
        var kept = KeptFiles
            .Named(folder, RunHistory.FileName, except: null)
            .Select(HistoryFile.Read)
            .Where(x => x?.Name == image)
            .SelectMany(x => x!.Tags)
            .SelectMany(x => x.Images.Select(y => (x.Platform, y.Image)));
        var reported = KeptFiles
            .Reports(folder, image, except: null, out _)
            // The top of a report of several platforms is that of one of them, which has its own.
            .Where(x => x.Report.Platforms.Count == 0)
            .Select(x => (x.Report.Image.Platform, Image: PastImage.OfRun(x.Report, RevisionBeside(x.Path))))
            .Where(x => x.Image is not null)
            .Select(x => (x.Platform, Image: x.Image!));
        TagHistory[] found =
        [
            .. kept.Concat(reported)
                .GroupBy(x => x.Platform)
                .OrderBy(x => x.Key, StringComparer.Ordinal)
                .Select(x => new TagHistory
                {
                    Kind = HistoryKind.Folder,
                    Reference = shown,
                    Platform = x.Key,
                    Images = TagHistory.Steps(
                        [.. x.Select(y => y.Image).DistinctBy(y => y.MeasuredAt).OrderByDescending(y => y.MeasuredAt)],
                        RunHistory.Most
                    ),
                }),
        ];
        return found.Length > 0
            ? found
            :
            [
                new TagHistory
                {
                    Kind = HistoryKind.Folder,
                    Reference = shown,
                    Missing = $"it holds no {JsonReport.FileName} and no {RunHistory.FileName} of {image}",
                },
            ];
    }

    private static string? RevisionBeside(string report) =>
        ArtifactFolder.At(Path.GetDirectoryName(report)!).ReadProductionMetadata().Revision;
}
