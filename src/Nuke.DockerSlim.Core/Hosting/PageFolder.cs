using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>What an image's page is made of besides its report, and the page itself, in the image's folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class PageFolder(ArtifactFolder folder)
{
    /// <summary>The file's name of a history that a push left.</summary>
    public const string PushHistoryFile = "push-history.json";

    // A map is half a megabyte; beyond this the file is something else.
    private const long LargestMap = 4 << 20;

    private string MapFile => Path.Combine(folder.Path, "image-files.json");

    /// <summary>Keeps the map of the image's files for later targets.</summary>
    /// <param name="map">The map; null takes away that of an earlier image.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void WriteMap(string? map)
    {
        if (map is not null)
            WholeFile.Replace(MapFile, map);
        else if (Directory.Exists(folder.Path))
            File.Delete(MapFile);
    }

    /// <summary>The map of the image's files; null when there is none, or it is another image's.</summary>
    /// <param name="begin">How that image's map begins.</param>
    public string? ReadMap(string begin)
    {
        try
        {
            return
                new FileInfo(MapFile) is { Exists: true, Length: <= LargestMap }
                && File.ReadAllText(MapFile) is var map
                && map.StartsWith(begin, StringComparison.Ordinal)
                ? map
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The page says less then.
            return null;
        }
    }

    /// <summary>The Dockerfile as the builder of the last production build read it; null when it does not say it.</summary>
    public string? ReadDockerfile() => folder.ReadProductionMetadata().Dockerfile?.Source;

    /// <summary>Keeps the history that a push hung on the image.</summary>
    /// <param name="history">The history as its file has it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void WriteHistory(string history) => WholeFile.Replace(Path.Combine(folder.Path, PushHistoryFile), history);

    /// <summary>The history that the last push left, or that was asked for since; null when there is none. Runs are shown by themselves.</summary>
    /// <param name="asked">The file's name of one that was asked for.</param>
    public ImageHistory? ReadHistory(string asked) =>
        new[] { Path.Combine(folder.Path, PushHistoryFile), Path.Combine(folder.WholePath, asked) }
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .Select(HistoryFile.Read)
            .FirstOrDefault(x => x?.Tags.Any(y => y.Kind != HistoryKind.Runs) == true);

    /// <summary>What the runs of this machine kept; null when there is nothing.</summary>
    public ImageHistory? ReadRuns() => HistoryFile.Read(Path.Combine(folder.WholePath, RunHistory.FileName));

    /// <summary>Writes the page in one piece.</summary>
    /// <param name="name">Its file's name.</param>
    /// <param name="page">The page.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public void Write(string name, string page) => WholeFile.Replace(Path.Combine(folder.Path, name), page);
}
