using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The files of earlier runs in a folder, such as a pipeline keeps.</summary>
internal static class KeptFiles
{
    // "main/2026-11-20/images/shop/platforms/linux-arm64" is as deep as pipelines go; a folder of something else is not to be searched to its ends.
    private const int Deepest = 8;
    private const int Most = 1_000;

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = Deepest,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>The reports of one image that can be read and have figures. One broken report of many is not worth a failed run.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="image">The image's name.</param>
    /// <param name="except">A folder that is left out.</param>
    /// <param name="count">How many reports there are of any image.</param>
    public static IReadOnlyList<(string Path, ImageReport Report)> Reports(string folder, string image, string? except, out int count)
    {
        var files = Named(folder, JsonReport.FileName, except).ToArray();
        count = files.Length;
        return
        [
            .. files
                .Select(x => (Path: x, Report: ReadOrNull(x)))
                .Where(x => x.Report is { Sizes: not null } && x.Report.Image.Name == image)
                .Select(x => (x.Path, x.Report!)),
        ];
    }

    /// <summary>Files of one name in the folder and those below it.</summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="name">The name.</param>
    /// <param name="except">A folder that is left out.</param>
    public static IEnumerable<string> Named(string folder, string name, string? except) =>
        Directory
            .EnumerateFiles(folder, name, Options)
            .Where(x => except is null || !Path.GetFullPath(x).StartsWith(except + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Take(Most);

    private static ImageReport? ReadOrNull(string path)
    {
        try
        {
            return JsonReport.Read(path);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
