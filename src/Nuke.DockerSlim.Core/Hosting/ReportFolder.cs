using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// A folder of reports, <c>NAME/slim-report.json</c> each, which another workflow may have left: nobody knows who wrote it. Links are not followed, sizes and
/// counts are bounded before anything is read, and a report has to be about the image that its folder is named after.
/// </summary>
/// <param name="folder">The folder, absolute.</param>
public sealed class ReportFolder(string folder)
{
    private const int MostImages = 50;
    private const long LargestReport = 8_000_000;
    private const long LargestFolder = 32_000_000;

    /// <summary>Reads the reports, in the order of their names; one at least.</summary>
    /// <exception cref="InputException">There are none, too many, too large ones, or one that is no report.</exception>
    public IReadOnlyList<ImageReport> Read() =>
        Try(() =>
        {
            if (new DirectoryInfo(folder) is { Exists: false } or { LinkTarget: not null })
                throw Nothing();
            var files = new DirectoryInfo(folder)
                .EnumerateDirectories()
                .Where(x => x.LinkTarget is null)
                .Select(x => new FileInfo(Path.Combine(x.FullName, JsonReport.FileName)))
                .Where(x => x is { Exists: true, LinkTarget: null })
                .Take(MostImages + 1)
                .OrderBy(x => x.FullName, StringComparer.Ordinal)
                .ToArray();
            if (files.Length == 0)
                throw Nothing();
            if (files.Length > MostImages)
                throw new InputException(
                    $"{folder} holds more than {MostImages} reports, so that none is posted; name a folder of one run."
                );
            if (files.Any(x => x.Length > LargestReport) || files.Sum(x => x.Length) > LargestFolder)
                throw new InputException(
                    $"The reports in {folder} are larger than reports are (8 MB each, 32 MB together), so that none is posted; measure again."
                );
            return (IReadOnlyList<ImageReport>)[.. files.Select(Read)];
        });

    /// <summary>A file beside the reports.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="InputException">It is missing, a link, too large, or cannot be read.</exception>
    public ReadOnlyMemory<byte> ReadFile(string name, int most) =>
        Try(() =>
        {
            var file = new FileInfo(Path.Combine(folder, name));
            if (file is { Exists: false } or { LinkTarget: not null })
                throw new InputException(
                    $"{folder} holds no {name}, which SlimImage writes in runs of a pull request; upload artifacts/images as a whole."
                );
            return file.Length > most
                ? throw new InputException($"{file.FullName} is larger than {most} bytes; upload artifacts/images as the run left it.")
                : (ReadOnlyMemory<byte>)File.ReadAllBytes(file.FullName);
        });

    /// <summary>Writes a file beside the reports, in one piece.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void WriteFile(string name, string text) =>
        Try(() =>
        {
            WholeFile.Replace(Path.Combine(folder, name), text);
            return text;
        });

    private static ImageReport Read(FileInfo file)
    {
        var report = JsonReport.Read(file.FullName);
        return report.Image.Name == file.Directory!.Name
            ? report
            : throw new InputException($"{file.FullName} is about another image than its folder is named after; it is not posted.");
    }

    private InputException Nothing() =>
        new($"There is no report in {folder}: run ./build.sh SlimImage, or name the folder that it left with --report-folder.");

    private static T Try<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The reports cannot be read or written: {e.Message} Make their folder readable and writable.");
        }
    }
}
