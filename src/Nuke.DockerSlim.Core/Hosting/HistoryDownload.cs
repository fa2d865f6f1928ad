using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Finds the history that hangs on an image in a registry, by a handful of requests however long it is. An image that an earlier version pushed has a report and
/// no history: that is one of one image.
/// </summary>
/// <param name="registry">Reads.</param>
public sealed class HistoryDownload(IImageRegistry registry)
{
    private readonly AttachedArtifacts _artifacts = new(registry);

    /// <summary>The history.</summary>
    /// <param name="image">Repository, and tag or digest.</param>
    /// <param name="platform">Which platform's; null when there is only one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials; or the image is damaged.</exception>
    public async Task<RecalledHistory> FindAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken)
    {
        if (await new RegistryBlobs(registry, image).FindImageAsync(platform, cancellationToken).ConfigureAwait(false) is not { } found)
            return new(null, $"the registry {image.Host} has no such image");
        var subject = image.WithDigest(found.Digest);
        var missing = new RecalledHistory(null, "no report of this tool is attached to that image", found.Config.Platform.Value);
        foreach (var artifact in await _artifacts.FindAsync(subject, cancellationToken).ConfigureAwait(false))
        {
            var read = await ReadAsync(artifact, found, cancellationToken).ConfigureAwait(false);
            if (read.History is not null)
                return read;
            missing = read with { IsNewer = read.IsNewer || missing.IsNewer };
        }
        return missing with { Platform = found.Config.Platform.Value };
    }

    private async Task<RecalledHistory> ReadAsync(ImageReference artifact, FoundImage image, CancellationToken cancellationToken)
    {
        var platform = image.Config.Platform.Value;
        try
        {
            var parts = await _artifacts.PartsAsync(artifact, cancellationToken).ConfigureAwait(false);
            var (history, isNewer) = await HistoryAsync(artifact, parts, cancellationToken).ConfigureAwait(false);
            if (isNewer)
                return new(null, "what is attached to that image was written by a newer version; update the package", platform)
                {
                    IsNewer = true,
                };
            // It may be hung on any image; what it says of another one says nothing of this.
            if (history is not null && history.Image.Digest == image.Digest)
                return new(history, null, platform);
            if (await _artifacts.ReadAsync(artifact, parts, ReportArtifact.Type, cancellationToken).ConfigureAwait(false) is not { } json)
                return new(null, "no report of this tool is attached to that image", platform);
            var report = JsonReportReader.Parse(json, artifact.ToString());
            return report.Image.ConfigDigest == image.Manifest.Config.Digest
                ? new(new PushHistory { Image = PastImage.Of(report, image.Digest, null) }, null, platform)
                : new(null, "the report that is attached to that image is about another one", platform);
        }
        catch (Exception e) when (e is UnusableImageException or InputException)
        {
            return new(null, "what is attached to that image cannot be read by this version", platform);
        }
    }

    private async Task<(PushHistory? History, bool IsNewer)> HistoryAsync(
        ImageReference artifact,
        IReadOnlyList<BlobDescriptor> parts,
        CancellationToken cancellationToken
    )
    {
        if (
            await _artifacts.ReadAsync(artifact, parts, ReportArtifact.HistoryType, cancellationToken).ConfigureAwait(false) is not { } json
        )
            return (null, false);
        var history = PushHistoryJson.Read(json, out var isNewer);
        return (history, isNewer);
    }
}
