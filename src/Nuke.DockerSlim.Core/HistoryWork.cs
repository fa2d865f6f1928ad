using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Reads the histories of an image's tags from the registry, and keeps them as a file. Nothing is built, and no report is touched.</summary>
/// <param name="histories">Finds them.</param>
public sealed class HistoryWork(HistoryDownload histories)
{
    /// <summary>Images that are shown of a tag where nothing is said.</summary>
    public const int UsualCount = 10;

    /// <summary>The file, beside the report.</summary>
    public const string FileName = "image-history.json";

    /// <summary>Reads them.</summary>
    /// <param name="work">The image.</param>
    /// <param name="count">How many images of each tag are wanted at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public async Task<ImageHistory> ReadAsync(ImageWork work, int count, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        var tags = new List<TagHistory>();
        foreach (var tag in definition.Tags)
        foreach (var each in work.Each)
            tags.Add(
                await ReadAsync(each, ImageReference.Parse(definition.Repository).WithTag(tag), count, cancellationToken)
                    .ConfigureAwait(false)
            );
        var history = new ImageHistory { Name = definition.Name, Tags = tags };
        Write(Path.Combine(work.Folder.Path, FileName), history);
        return history;
    }

    private static void Write(string path, ImageHistory history)
    {
        try
        {
            WholeFile.Replace(path, history.ToJson());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The history cannot be written to {path}: {e.Message} Free the place or the right to write there.");
        }
    }

    private async Task<TagHistory> ReadAsync(ImageWork work, ImageReference reference, int count, CancellationToken cancellationToken)
    {
        var platform = work.Target.Definition.OnlyPlatform;
        var found = await histories.FindAsync(reference, platform, cancellationToken).ConfigureAwait(false);
        return new TagHistory
        {
            Reference = reference.ToString(),
            Platform = work.Target.PlatformOfSeveral ?? found.Platform,
            Missing = found.Missing,
            Images = found.History is { } history ? TagHistory.Steps(history.Of(reference.Tag!), count) : [],
        };
    }
}
