using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Takes an image of several platforms apart: each is worked on as an image of its own, in a folder of its own.</summary>
internal static class PlatformWorks
{
    /// <summary>The image once for each of its platforms; none where it has at most one.</summary>
    /// <param name="target">The image.</param>
    /// <param name="folder">Its folder.</param>
    public static IReadOnlyList<ImageWork> Of(BuildTarget target, ArtifactFolder folder) => Of(target, folder, target.Definition.Platforms);

    /// <summary>The same, once it is known what an earlier target left: where no platform is named, those of the report are meant.</summary>
    /// <param name="work">The image.</param>
    /// <param name="report">What the earlier target left.</param>
    /// <exception cref="InputException">The report is about other platforms.</exception>
    public static IReadOnlyList<ImageWork> Resumed(ImageWork work, ImageReport report)
    {
        var named = work.Target.Definition.Platforms;
        string[] reported = [.. report.Platforms.Select(x => x.Platform)];
        if (named.Count == 0)
            return Of(work.Target, work.Folder, reported);
        // A report of one platform does not say whether that was named.
        if (named.Count == 1 && reported.Length == 0 || reported.Order().SequenceEqual(named.Select(PlatformName.Normal).Order()))
            return work.Platforms;
        var about = reported.Length == 0 ? "one platform alone" : string.Join(", ", reported);
        throw new InputException(
            $"The report {work.Folder.ReportFile} is about {about}, and --platforms names {string.Join(", ", named)}; run ./build.sh SlimImage with these platforms."
        );
    }

    private static IReadOnlyList<ImageWork> Of(BuildTarget target, ArtifactFolder folder, IReadOnlyList<string> platforms) =>
        platforms.Count < 2
            ? []
            : [.. platforms.Select(PlatformName.Normal).Select(x => new ImageWork(target.ForPlatform(x), folder.ForPlatform(x)))];
}
