using System.Text.Json;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The histories that an earlier target left beside an image's report.</summary>
internal static class HistoryFile
{
    /// <summary>Reads them; null where there are none that can be read, of which nothing depends.</summary>
    /// <param name="path">The file.</param>
    public static ImageHistory? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), HistoryJson.Default.ImageHistory) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
