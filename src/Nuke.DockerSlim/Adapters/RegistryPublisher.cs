using System.Text.RegularExpressions;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Uploads images of the engine with <c>docker push</c>, which knows what layers weigh and where they lie already, and images that a builder left in a layout from
/// there. All else goes over the registry's own interface.
/// </summary>
/// <param name="docker">The docker command.</param>
/// <param name="engine">The engine.</param>
/// <param name="upload">Writes.</param>
/// <param name="registry">Reads.</param>
/// <param name="signer">Signs.</param>
/// <param name="clock">Waits before a push is tried again.</param>
public sealed partial class RegistryPublisher(
    DockerCommand docker,
    DockerEngine engine,
    IRegistryUpload upload,
    IImageRegistry registry,
    CosignSigner signer,
    TimeProvider clock
) : IImagePublisher
{
    private const int MostAttempts = 4;

    // The engine tries a layer five times by itself, for a minute or so: what it gives up after that is not over yet.
    private static readonly TimeSpan LongestPush = TimeSpan.FromSeconds(20);

    private readonly RepositoryContent _content = new(registry, upload);

    /// <inheritdoc />
    public Task<Digest> UploadAsync(ImageSource image, ImageReference candidate, CancellationToken cancellationToken) =>
        image.Transport switch
        {
            ImageTransport.DockerDaemon => UploadAsync(image.Location, candidate, cancellationToken),
            // Loading it into an engine first would compress it anew: other bytes than those that were measured.
            ImageTransport.OciFolder when image.Location.LastIndexOf(':') is > 0 and var colon => new BuiltLayout(
                image.Location[..colon]
            ).PushAsync(image.Location[(colon + 1)..], candidate, upload, cancellationToken),
            _ => throw new InputException($"{image} was not built here, so it is not pushed; run ./build.sh SlimImage."),
        };

    /// <inheritdoc />
    public Task<Digest> UploadIndexAsync(IndexContent index, ImageReference repository, CancellationToken cancellationToken) =>
        _content.UploadIndexAsync(index, repository, cancellationToken);

    /// <inheritdoc />
    public Task<bool> IsSameAsync(ImageReference repository, Digest first, Digest second, CancellationToken cancellationToken) =>
        _content.IsSameAsync(repository, first, second, cancellationToken);

    /// <inheritdoc />
    public Task SignAsync(ImageReference content, SupplyChain supply, bool isOfSeveral, CancellationToken cancellationToken) =>
        signer.SignAsync(content, supply, isOfSeveral, cancellationToken);

    /// <inheritdoc />
    public Task<Digest?> FindAsync(ImageReference reference, CancellationToken cancellationToken) =>
        _content.FindAsync(reference, cancellationToken);

    /// <inheritdoc />
    public Task<PublishedImage?> ReadAsync(ImageReference reference, CancellationToken cancellationToken) =>
        _content.ReadAsync(reference, cancellationToken);

    /// <inheritdoc />
    public Task MoveAsync(ImageReference tag, Digest content, CancellationToken cancellationToken) =>
        _content.MoveAsync(tag, content, cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveAsync(ImageReference tag, CancellationToken cancellationToken) => upload.RemoveTagAsync(tag, cancellationToken);

    /// <inheritdoc />
    public Task<RecalledHistory> RecallAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken) =>
        new HistoryDownload(registry).FindAsync(image, platform, cancellationToken);

    /// <inheritdoc />
    public Task<Digest> AttachAsync(ImageReference image, ImageReport report, PushHistory? history, CancellationToken cancellationToken) =>
        new ReportUpload(registry, upload).AttachAsync(image, report, history, cancellationToken);

    private async Task<Digest> UploadAsync(string localReference, ImageReference candidate, CancellationToken cancellationToken)
    {
        var name = candidate.ToString();
        var before = await engine.FindAsync(name, cancellationToken).ConfigureAwait(false);
        engine.NoteImage(name);
        await engine.TagAsync(localReference, candidate.Repository, candidate.Tag!, cancellationToken).ConfigureAwait(false);
        try
        {
            var said = await PushAsync(candidate, cancellationToken).ConfigureAwait(false);
            // By digest, as another run may push its own candidate in the meantime.
            return Said().Match(said) is { Success: true } match
                ? new Digest(match.Groups[1].Value)
                : await FindAsync(candidate, cancellationToken).ConfigureAwait(false)
                    ?? throw new EngineException(
                        $"The registry {candidate.Host} took {candidate}, and does not have it; run ./build.sh SlimImage again."
                    );
        }
        finally
        {
            // The name was only the push's: what the user's engine calls its images is not ours to change.
            if (before is null)
                await engine.RemoveAsync(name, CancellationToken.None).ConfigureAwait(false);
            else
                await engine.TagAsync(before, candidate.Repository, candidate.Tag!, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<string> PushAsync(ImageReference candidate, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var result = await docker.RunAsync(PushArguments.Push(candidate.ToString()), cancellationToken).ConfigureAwait(false);
            if (result.ExitCode == 0)
                return result.StandardOutput;
            var isLate = attempt >= MostAttempts || clock.GetElapsedTime(started) > LongestPush;
            if (isLate || !PushRefusal.MayPass(result.StandardError))
                throw PushRefusal.Of(candidate, result.StandardError);
            await Task.Delay(Backoff.After(attempt + 1), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // "dockerslim-candidate: digest: sha256:... size: 528", on both image stores.
    [GeneratedRegex(@"^[^\s:]+: digest: (sha256:[0-9a-f]{64}) size: [0-9]+\s*$", RegexOptions.Multiline)]
    private static partial Regex Said();
}
