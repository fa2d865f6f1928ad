using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds the report that hangs on an image in a registry.</summary>
/// <param name="registry">Reads.</param>
internal sealed class ReportDownload(IImageRegistry registry)
{
    private readonly AttachedArtifacts _artifacts = new(registry);

    /// <summary>The report; null when none hangs there, or what hangs there is none that this version reads.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public async Task<ImageReport?> FindAsync(ImageReference image, CancellationToken cancellationToken)
    {
        foreach (var artifact in await _artifacts.FindAsync(image, cancellationToken).ConfigureAwait(false))
            if (await ReadAsync(artifact, cancellationToken).ConfigureAwait(false) is { } report)
                return report;
        return null;
    }

    // Whatever is wrong with what somebody hung there, the image can be compared without it.
    private async Task<ImageReport?> ReadAsync(ImageReference artifact, CancellationToken cancellationToken)
    {
        try
        {
            var parts = await _artifacts.PartsAsync(artifact, cancellationToken).ConfigureAwait(false);
            return await _artifacts.ReadAsync(artifact, parts, ReportArtifact.Type, cancellationToken).ConfigureAwait(false) is { } json
                ? JsonReportReader.Parse(json, artifact.ToString())
                : null;
        }
        catch (Exception e) when (e is UnusableImageException or InputException)
        {
            return null;
        }
    }
}
