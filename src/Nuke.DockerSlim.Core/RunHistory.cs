using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// The figures of an image's last runs on a machine, in a file beside its report that every run which weighs it adds to. What goes wrong with it fails no run.
/// </summary>
public static class RunHistory
{
    /// <summary>The file, beside the report of the image.</summary>
    public const string FileName = "run-history.json";

    /// <summary>Runs that are kept of a platform at most.</summary>
    public const int Most = 100;

    /// <summary>Adds what a run has measured; what it said of the same measurement before is replaced.</summary>
    /// <param name="work">The image, its report taken up.</param>
    /// <returns>Why it was not kept, whole sentences.</returns>
    public static IReadOnlyList<string> Keep(ImageWork work)
    {
        if (work.Target.Definition.MeasuredImage is not null)
            return [];
        var path = Path.Combine(work.Folder.WholePath, FileName);
        var before = HistoryFile.Read(path);
        var after = work.Each.Aggregate(before, (x, each) => With(x, work, each, work.Target.NameOf(path)));
        if (ReferenceEquals(before, after))
            return [];
        if (before is null && HistoryFile.IsAt(path))
            return [$"{work.Target.NameOf(path)} cannot be read by this version, and this run is not kept in it; remove it to begin anew."];
        try
        {
            WholeFile.Replace(path, after!.ToJson());
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"{work.Target.NameOf(path)} cannot be written: {e.Message}"];
        }
    }

    private static ImageHistory? With(ImageHistory? history, ImageWork work, ImageWork each, string name)
    {
        var (report, platform) = (each.Report, each.Report.Image.Platform);
        var old = history?.Tags.FirstOrDefault(x => x.Platform == platform)?.Images.Select(x => x.Image).ToArray() ?? [];
        var known = old.FirstOrDefault(x => x.MeasuredAt == report.CreatedAt);
        // A later target that only judged or tested says something new of a run that is known, and is no run of its own.
        if (known is null && !each.MeasuredHere)
            return history;
        var revision = known is null ? each.Folder.ReadProductionMetadata().Revision : known.Revision;
        if (PastImage.OfRun(report, revision) is not { } run)
            return history;
        run = run with { Outcome = work.Report.Outcome };
        if (run == known)
            return history;
        var runs = new TagHistory
        {
            Kind = HistoryKind.Runs,
            Reference = name,
            Platform = platform,
            Images = TagHistory.Steps([.. old.Where(x => x != known).Prepend(run).OrderByDescending(x => x.MeasuredAt)], Most),
        };
        return (history ?? new ImageHistory { Name = work.Target.Definition.Name }) with
        {
            Tags = [.. (history?.Tags ?? []).Where(x => x.Platform != platform).Append(runs)],
        };
    }
}
