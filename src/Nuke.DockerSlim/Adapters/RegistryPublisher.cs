using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Pushes with <c>docker push</c>, which knows the user's logins and credential helpers, and reads back with
/// <c>docker buildx imagetools</c>, which uses the same ones. An image that a builder left in a layout is uploaded from there.
/// </summary>
/// <param name="docker">The docker command.</param>
/// <param name="engine">The engine.</param>
/// <param name="upload">Takes images that are not in the engine, and reports.</param>
/// <param name="registry">Reads what reports hang on.</param>
public sealed class RegistryPublisher(DockerCommand docker, DockerEngine engine, IRegistryUpload upload, IImageRegistry registry)
    : IImagePublisher
{
    /// <inheritdoc />
    public Task PushAsync(ImageSource image, ImageReference destination, CancellationToken cancellationToken) =>
        image.Transport switch
        {
            ImageTransport.DockerDaemon => PushAsync(image.Location, destination, cancellationToken),
            // Loading it into an engine first would compress it anew: other bytes than those that were measured.
            ImageTransport.OciFolder when image.Location.LastIndexOf(':') is > 0 and var colon => new BuiltLayout(
                image.Location[..colon]
            ).PushAsync(image.Location[(colon + 1)..], destination, upload, cancellationToken),
            _ => throw new InputException($"{image} was not built here, so it is not pushed; run ./build.sh SlimImage."),
        };

    /// <inheritdoc />
    public async Task PushIndexAsync(IReadOnlyList<Digest> manifests, ImageReference destination, CancellationToken cancellationToken)
    {
        var result = await docker
            .RunAsync(
                PushArguments.CreateIndex(destination.ToString(), manifests.Select(x => destination.WithDigest(x).ToString())),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw Refused(destination, result.StandardError);
    }

    private async Task PushAsync(string localReference, ImageReference destination, CancellationToken cancellationToken)
    {
        var name = destination.ToString();
        var before = await engine.FindAsync(name, cancellationToken).ConfigureAwait(false);
        await engine.TagAsync(localReference, destination.Repository, destination.Tag!, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await docker.RunAsync(PushArguments.Push(name), cancellationToken).ConfigureAwait(false);
            if (result.ExitCode != 0)
                throw Refused(destination, result.StandardError);
        }
        finally
        {
            // The name was only the push's: what the user's engine calls its images is not ours to change.
            if (before is null)
                await engine.RemoveAsync(name, CancellationToken.None).ConfigureAwait(false);
            else
                await engine.TagAsync(before, destination.Repository, destination.Tag!, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task<RecalledHistory> RecallAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken) =>
        new HistoryDownload(registry).FindAsync(image, platform, cancellationToken);

    /// <inheritdoc />
    public Task<Digest> AttachAsync(ImageReference image, ImageReport report, PushHistory? history, CancellationToken cancellationToken) =>
        new ReportUpload(registry, upload).AttachAsync(image, report, history, cancellationToken);

    /// <inheritdoc />
    public async Task<PublishedImage> ReadAsync(ImageReference destination, CancellationToken cancellationToken)
    {
        var (digest, json) = await ManifestAsync(destination, destination.ToString(), cancellationToken).ConfigureAwait(false);
        using (json)
        {
            if (!json.RootElement.TryGetProperty("manifests", out var manifests))
                return new PublishedImage(digest, [Platform(digest, json.RootElement)]);
            var platforms = new List<PublishedPlatform>();
            foreach (var descriptor in manifests.EnumerateArray())
            {
                if (descriptor.TryGetProperty("annotations", out var notes) && notes.TryGetProperty("vnd.docker.reference.type", out _))
                    continue;
                var reference = $"{destination.Repository}@{descriptor.GetProperty("digest").GetString()}";
                var (inner, manifest) = await ManifestAsync(destination, reference, cancellationToken).ConfigureAwait(false);
                using (manifest)
                    platforms.Add(Platform(inner, manifest.RootElement));
            }
            return new PublishedImage(digest, platforms);
        }
    }

    private async Task<(Digest Digest, JsonDocument Json)> ManifestAsync(
        ImageReference destination,
        string reference,
        CancellationToken cancellationToken
    )
    {
        var result = await docker
            .RunAsync(["buildx", "imagetools", "inspect", "--raw", reference], cancellationToken)
            .ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw Refused(destination, result.StandardError);
        // The digest of a manifest is the hash of its very bytes.
        var bytes = Encoding.UTF8.GetBytes(result.StandardOutput);
        return (new Digest("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes))), JsonDocument.Parse(bytes));
    }

    private static PublishedPlatform Platform(Digest digest, JsonElement manifest)
    {
        var config = manifest.GetProperty("config");
        return new PublishedPlatform(
            digest,
            new Digest(config.GetProperty("digest").GetString()!),
            new ByteSize(config.GetProperty("size").GetInt64()),
            [
                .. manifest
                    .GetProperty("layers")
                    .EnumerateArray()
                    .Select(x => (new Digest(x.GetProperty("digest").GetString()!), new ByteSize(x.GetProperty("size").GetInt64()))),
            ]
        );
    }

    private static EngineException Refused(ImageReference destination, string error)
    {
        var host = destination.Registry ?? "docker.io";
        var reason = error.Trim().Split('\n')[^1].Trim();
        var sentence = error switch
        {
            _ when Says(error, "unauthorized", "authentication required", "no basic auth credentials", "denied", "authorization failed") =>
                $"The registry {host} asks for credentials that allow pushing {destination}; log in with docker login {host}.",
            _ when Says(error, "connection refused", "no such host", "i/o timeout", "dial tcp", "server misbehaving", "EOF") =>
                $"The registry {host} cannot be reached to push {destination}; check the name, that it runs, and the network.",
            _ when Says(error, "x509", "certificate", "HTTP response to HTTPS client") =>
                $"The registry {host} does not speak TLS that the engine trusts, so {destination} was not pushed; add its certificate to the engine, or list it in insecure-registries of the engine's daemon.json.",
            _ => $"The registry {host} did not take {destination}.",
        };
        return new EngineException($"{sentence}{Environment.NewLine}    {reason}");
    }

    private static bool Says(string error, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (error.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
