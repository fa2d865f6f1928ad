using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Hangs a report on an image in a registry, so that a later run finds its figures there and nowhere else.</summary>
/// <param name="registry">Reads.</param>
/// <param name="upload">Writes.</param>
public sealed class ReportUpload(IImageRegistry registry, IRegistryUpload upload)
{
    // Two runs that push at once may each overwrite the other's index; who loses tries again.
    private const int MostAttempts = 5;

    /// <summary>Attaches a report; an older one of the image is no longer found.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="report">The report.</param>
    /// <param name="history">The images before; null: nothing is known of them.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The artifact's digest.</returns>
    /// <exception cref="EngineException">The registry refuses it.</exception>
    public async Task<Digest> AttachAsync(
        ImageReference image,
        ImageReport report,
        PushHistory? history,
        CancellationToken cancellationToken
    )
    {
        var manifest =
            await registry.ReadManifestAsync(image, cancellationToken).ConfigureAwait(false)
            ?? throw new EngineException($"The registry {image.Host} no longer has {image}, so the report was not attached to it.");
        var type = ManifestParts.Read(manifest).MediaType ?? MediaTypes.OciManifest;
        var subject = new ReportArtifact.Descriptor(type, image.Digest!.Value, manifest.Length);
        var json = Encoding.UTF8.GetBytes(JsonReport.ToJson(report));
        List<(string Type, byte[] Content)> parts = [(ReportArtifact.EmptyType, ReportArtifact.Empty), (ReportArtifact.Type, json)];
        if (history is not null)
            parts.Add((ReportArtifact.HistoryType, PushHistoryJson.ToBytes(history)));
        var blobs = await Task.WhenAll(parts.Select(x => PutAsync(image, x.Type, x.Content, cancellationToken))).ConfigureAwait(false);
        var content = ReportArtifact.ToManifest(subject, blobs[1..], blobs[0].Digest, report.CreatedAt);
        var artifact = new ReportArtifact.Descriptor(MediaTypes.OciManifest, BlobText.DigestOf(content), content.Length);
        var isKnown = await upload
            .PutManifestAsync(image.WithDigest(artifact.Digest), artifact.MediaType, content, cancellationToken)
            .ConfigureAwait(false);
        if (!isKnown)
            await PutIndexAsync(image, artifact, report.CreatedAt, cancellationToken).ConfigureAwait(false);
        return artifact.Digest;
    }

    private async Task PutIndexAsync(
        ImageReference image,
        ReportArtifact.Descriptor artifact,
        DateTimeOffset created,
        CancellationToken cancellationToken
    )
    {
        var tag = AttachedArtifacts.FallbackTag(image);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = await registry.ReadManifestAsync(tag, cancellationToken).ConfigureAwait(false);
            byte[] index;
            try
            {
                index = ReportArtifact.ToIndex(before, artifact, created);
            }
            catch (JsonException e)
            {
                throw new EngineException($"{tag} is no index, so the report was not attached; delete that tag.", e);
            }
            await upload.PutManifestAsync(tag, MediaTypes.OciIndex, index, cancellationToken).ConfigureAwait(false);
            var after = await registry.ReadManifestAsync(tag, cancellationToken).ConfigureAwait(false);
            if (after is not null && ReportArtifact.Reports(after).Contains(artifact.Digest))
                return;
        }
        throw new EngineException(
            $"{tag} was overwritten by others {MostAttempts} times, so the report was not attached; run ./build.sh PushImage again."
        );
    }

    private async Task<ReportArtifact.Descriptor> PutAsync(
        ImageReference image,
        string type,
        byte[] content,
        CancellationToken cancellationToken
    ) => new(type, await upload.PutMissingAsync(image, content, cancellationToken).ConfigureAwait(false), content.Length);
}
