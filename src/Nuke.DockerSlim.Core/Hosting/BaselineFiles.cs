using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Finds an image's baseline among report files. That there is none yet is a state, not an error: a branch's first run has none. A file that is named and
/// cannot be read is an error, as nobody would want its limits to be passed over.
/// </summary>
internal static class BaselineFiles
{
    /// <summary>The report of a file that is named.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="image">Which image is held against it.</param>
    /// <exception cref="InputException">It is missing, broken, written by a newer version, or about another image or platform.</exception>
    public static FoundBaseline Read(string path, ImageFacts image)
    {
        if (Directory.Exists(path))
            throw new InputException($"The baseline {path} is a folder; name a report in it, or the folder with --baseline-folder.");
        if (!File.Exists(path))
            throw new InputException($"There is no baseline {path}; name the slim-report.json of an earlier run with --baseline-report.");
        var report = JsonReport.Read(path);
        var facts = new BaselineFacts { Kind = BaselineKind.Report, Source = path };
        if (report.Platforms.Count > 0 && report.Image.Platform != image.Platform)
            report = OfPlatform(path, report, image);
        if (report.Image.Name != image.Name)
            throw new InputException(
                $"The baseline {path} is about the image {Text(report.Image.Name)}, not about {image.Name}; name a report of {image.Name}."
            );
        if (report.Image.Platform is { } platform && image.Platform is { } wanted && platform != wanted)
            throw new InputException($"The baseline {path} is about {Text(platform)}, not about {wanted}; name a report of {wanted}.");
        return Found(facts, report);
    }

    /// <summary>The newest report of an image in a folder and those below it.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="image">Which image is held against it.</param>
    /// <param name="own">The folder that this run writes its own report to.</param>
    public static FoundBaseline Newest(string folder, ImageFacts image, string own)
    {
        var facts = new BaselineFacts { Kind = BaselineKind.Folder, Source = folder };
        if (File.Exists(folder))
            throw new InputException($"The baseline folder {folder} is a file; name it with --baseline-report.");
        if (!Directory.Exists(folder))
            return Missing(facts, "the folder does not exist yet");
        var newest = KeptFiles
            .Reports(folder, image.Name, own, out var count)
            // Before it is built it may not be known for what.
            .Where(x => image.Platform is null || x.Report.Image.Platform == image.Platform)
            .OrderByDescending(x => x.Report.CreatedAt)
            .ThenBy(x => x.Report.Platforms.Count)
            .FirstOrDefault();
        if (newest.Report is not null)
            return Found(facts with { Found = Path.GetRelativePath(folder, newest.Path) }, newest.Report);
        return Missing(
            facts,
            count == 0
                ? $"it holds no {JsonReport.FileName}"
                : $"none of its {count} {(count == 1 ? "report" : "reports")} is a readable one of {image.Name}"
                    + (image.Platform is null ? "" : $" for {image.Platform}")
        );
    }

    private static FoundBaseline Found(BaselineFacts facts, ImageReport report) =>
        report.Sizes is null && report.Builds == new BuildFacts()
            ? Missing(facts, "its report holds no figures: that run did not get so far")
            : new(facts with { CreatedAt = report.CreatedAt, ConfigDigest = report.Image.ConfigDigest }, report);

    private static FoundBaseline Missing(BaselineFacts facts, string why) => new(facts with { Missing = why }, null);

    // The top of a report of several platforms is that of one of them; the others lie beside it.
    private static ImageReport OfPlatform(string path, ImageReport report, ImageFacts image)
    {
        var part = report.Platforms.FirstOrDefault(x => x.Platform == image.Platform);
        var root = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (part is null)
            return report;
        var file = Path.GetFullPath(part.Report, root);
        // A report says of itself where its parts are: not outside of its folder.
        return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? JsonReport.Read(file)
            : throw new InputException(
                $"The baseline {path} names the report of {Text(part.Platform)} outside of its folder; do not use it."
            );
    }

    private static string Text(string text) => UntrustedText.OneLine(text);
}
