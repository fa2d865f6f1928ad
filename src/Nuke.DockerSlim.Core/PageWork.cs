using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Writes an image's page beside its report. The reports hold it all, so that what goes wrong with a page fails no run.</summary>
public static class PageWork
{
    /// <summary>Writes the page of an image, and of each of its platforms where it has several.</summary>
    /// <param name="work">The image, its report taken up.</param>
    /// <returns>What could not be written, a sentence each.</returns>
    public static IReadOnlyList<string> Write(ImageWork work) =>
        [.. work.Platforms.Prepend(work).Where(x => x.Report.Image.Name.Length > 0).Select(WriteOne).OfType<string>()];

    /// <summary>Writes the page of a report that an earlier run left anew, because of what is beside it. The report stays as it is.</summary>
    /// <param name="work">The image.</param>
    /// <returns>What could not be written, a sentence each; nothing where there is no report that can be read.</returns>
    public static IReadOnlyList<string> Renew(ImageWork work)
    {
        try
        {
            if (!work.Folder.HasReport)
                return [];
            // What fails afterwards is nothing that this report tells of.
            var again = new ImageWork(work.Target, work.Folder);
            again.Resume();
            return Write(again);
        }
        catch (InputException)
        {
            // The report is for the targets to refuse that need it.
            return [];
        }
    }

    /// <summary>Keeps the map of a measured image's files.</summary>
    /// <param name="work">The image, its report written.</param>
    /// <param name="map">The map; null where its layers could not be looked into.</param>
    internal static void KeepMap(ImageWork work, FileMap? map)
    {
        if (map is not null && work.Secrets is { } secrets)
            map = map with { Names = [.. map.Names.Select(secrets.Mask.Apply)] };
        Try(
            () => new PageFolder(work.Folder).WriteMap(work.Report.Image.ConfigDigest is { } image ? map?.ToJson(image) : null),
            "image-files.json"
        );
    }

    /// <summary>Keeps the history that was hung on the pushed image: what its tags stood for before.</summary>
    /// <param name="work">The image, pushed.</param>
    /// <param name="history">The history.</param>
    internal static void KeepHistory(ImageWork work, PushHistory history)
    {
        var definition = work.Target.Definition;
        var tags = definition.Tags.Select(x => new TagHistory
        {
            Reference = ImageReference.Parse(definition.Repository).WithTag(x).ToString(),
            Platform = work.Target.PlatformOfSeveral,
            Images = TagHistory.Steps(history.Of(x), PushHistory.Most),
        });
        var text = new ImageHistory { Name = definition.Name, Tags = [.. tags] }.ToJson();
        Try(() => new PageFolder(work.Folder).WriteHistory(text), PageFolder.PushHistoryFile);
    }

    private static string? WriteOne(ImageWork work)
    {
        var folder = new PageFolder(work.Folder);
        // Of several platforms the image's own page shows the one whose figures its report has.
        var shown = work.Platforms.FirstOrDefault(x => x.Report.Image.Platform == work.Report.Image.Platform)?.Folder is { } platform
            ? new PageFolder(platform)
            : folder;
        var dockerfile = work.Target.Definition.MeasuredImage is null ? shown.ReadDockerfile() : null;
        var page = PageDocument.Of(
            new PageSource(work.Report)
            {
                Files = work.Report.Image.ConfigDigest is { } image ? shown.ReadMap(FileMap.BeginOf(image)) : null,
                Dockerfile = dockerfile is not null && work.Secrets is { } secrets ? secrets.Mask.Apply(dockerfile) : dockerfile,
                History = shown.ReadHistory(HistoryWork.FileName),
                Runs = shown.ReadRuns(),
            }
        );
        return Try(() => folder.Write(JsonReport.PageFileName, page), JsonReport.PageFileName);
    }

    private static string? Try(Action write, string name)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{name} cannot be written: {e.Message} The report beside it holds all of it.";
        }
    }
}
