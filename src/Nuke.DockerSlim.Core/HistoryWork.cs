using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// Reads the histories of an image, from the registry or from what earlier runs left, and keeps them as a file. Nothing is built, and no report is touched.
/// </summary>
/// <param name="histories">Finds those in registries.</param>
public sealed class HistoryWork(HistoryDownload histories)
{
    /// <summary>Images that are shown of a history where nothing is said.</summary>
    public const int UsualCount = 10;

    /// <summary>The file, beside the report.</summary>
    public const string FileName = "image-history.json";

    /// <summary>Reads them: from a place that is named, else those of the image's tags, else what the runs of this machine kept.</summary>
    /// <param name="work">The image.</param>
    /// <param name="from">A file or a folder that earlier runs left, absolute; null: none is named.</param>
    /// <param name="count">How many images of each are wanted at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    /// <exception cref="InputException">The place holds no history of the image, or the file cannot be written.</exception>
    public async Task<ImageHistory> ReadAsync(ImageWork work, string? from, int count, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        IReadOnlyList<TagHistory> tags =
            from is not null ? FromFiles(work, from, count)
            : definition.Tags.Count > 0 ? await FromRegistryAsync(work, count, cancellationToken).ConfigureAwait(false)
            : FromRuns(work, count);
        var history = new ImageHistory { Name = definition.Name, Tags = tags };
        Write(Path.Combine(work.Folder.WholePath, FileName), history);
        return history;
    }

    private static IReadOnlyList<TagHistory> FromRuns(ImageWork work, int count)
    {
        var path = Path.Combine(work.Folder.WholePath, RunHistory.FileName);
        return HistoryFile.IsAt(path)
            ? FromFiles(work, path, count)
            :
            [
                new TagHistory
                {
                    Kind = HistoryKind.Runs,
                    Reference = work.Target.NameOf(path),
                    Missing =
                        "no run has measured the image here yet; run ./build.sh SlimImage, or name a tag's with --image-tags TAG or other runs' with --history-from PATH",
                },
            ];
    }

    private static IReadOnlyList<TagHistory> FromFiles(ImageWork work, string path, int count)
    {
        var definition = work.Target.Definition;
        string[] wanted = [.. definition.Platforms.Select(PlatformName.Normal)];
        return
        [
            .. HistorySearch
                .Find(path, work.Target.NameOf(path), definition.Name)
                .Where(x => wanted.Length == 0 || x.Platform is null || wanted.Contains(x.Platform))
                .Select(x => x with { Images = [.. x.Images.Take(count)] }),
        ];
    }

    private async Task<IReadOnlyList<TagHistory>> FromRegistryAsync(ImageWork work, int count, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        var tags = new List<TagHistory>();
        foreach (var tag in definition.Tags)
        foreach (var each in work.Each)
            tags.Add(
                await ReadAsync(each, ImageReference.Parse(definition.Repository).WithTag(tag), count, cancellationToken)
                    .ConfigureAwait(false)
            );
        return tags;
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
