using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The histories that earlier targets or runs left in a file.</summary>
internal static class HistoryFile
{
    /// <summary>Whether there is such a file, whatever it holds.</summary>
    /// <param name="path">The file.</param>
    public static bool IsAt(string path) => File.Exists(path);

    /// <summary>Reads them; null where there are none that can be read by this version.</summary>
    /// <param name="path">The file.</param>
    public static ImageHistory? Read(string path)
    {
        try
        {
            return
                File.Exists(path)
                && JsonSerializer.Deserialize(File.ReadAllText(path), HistoryJson.Default.ImageHistory)
                    is { SchemaVersion: <= ImageHistory.CurrentSchemaVersion } read
                ? Complete(read)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InputException)
        {
            return null;
        }
    }

    // A pipeline's cache may have been written by anybody.
    private static ImageHistory Complete(ImageHistory read) =>
        read with
        {
            Name = read.Name ?? "",
            Tags =
            [
                .. (read.Tags ?? [])
                    .Where(x => x is { Reference: not null })
                    .Select(x => x with { Images = [.. (x.Images ?? []).Where(y => y is { Image: not null })] }),
            ],
        };
}
