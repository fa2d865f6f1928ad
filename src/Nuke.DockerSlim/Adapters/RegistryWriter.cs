using System.Net;
using System.Net.Http.Headers;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Puts content into registries by HTTP (OCI distribution specification: push, monolithic uploads).</summary>
/// <param name="transport">Sends the requests.</param>
internal sealed class RegistryWriter(RegistryTransport transport) : IRegistryUpload
{
    private const string Push = "pull,push";
    private const int MostUploads = 4;

    /// <inheritdoc />
    public async Task<bool> HasBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Of(repository);
        using var answer = await transport
            .SendAsync(address, $"blobs/{digest}", Push, x => new HttpRequestMessage(HttpMethod.Head, x), cancellationToken)
            .ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            await RequireAsync(address, answer, "pushing", cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode;
    }

    /// <inheritdoc />
    public async Task PutBlobAsync(
        ImageReference repository,
        Digest digest,
        long length,
        Func<Stream> open,
        CancellationToken cancellationToken
    )
    {
        var address = RegistryAddress.Of(repository);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await UploadAsync(address, digest, length, open, cancellationToken).ConfigureAwait(false);
                // An upload that was cut off is lost with its place; one that the registry failed at may have been.
                var isLost = (int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.NotFound;
                if (!isLost || attempt >= MostUploads)
                {
                    await RequireAsync(address, answer, "pushing a layer", cancellationToken).ConfigureAwait(false);
                    return;
                }
            }
            catch (EngineException e) when (RegistryFault.IsCut(e) && attempt < MostUploads)
            {
                // Once more, from the start.
            }
            await transport.PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> UploadAsync(
        RegistryAddress address,
        Digest digest,
        long length,
        Func<Stream> open,
        CancellationToken cancellationToken
    )
    {
        using var started = await transport
            .SendAsync(address, "blobs/uploads/", Push, x => new HttpRequestMessage(HttpMethod.Post, x), cancellationToken)
            .ConfigureAwait(false);
        await RequireAsync(address, started, "pushing", cancellationToken).ConfigureAwait(false);
        var place =
            started.Headers.Location is { } location && started.RequestMessage?.RequestUri is { } asked
                ? new Uri(asked, location)
                : throw new EngineException($"The registry {address.Host} names no place to upload to; ask its administrator.");
        var target = $"{place}{(place.Query.Length > 0 ? "&" : "?")}digest={Uri.EscapeDataString(digest.Value)}";
        return await transport.SendAsync(address, target, Push, x => Upload(x, open(), length), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<bool> PutManifestAsync(
        ImageReference reference,
        string mediaType,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var address = RegistryAddress.Of(reference);
        using var answer = await transport
            .SendAsync(
                address,
                $"manifests/{reference.Digest?.Value ?? reference.Tag ?? "latest"}",
                Push,
                x => new HttpRequestMessage(HttpMethod.Put, x)
                {
                    Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        await RequireAsync(address, answer, "pushing a manifest", cancellationToken).ConfigureAwait(false);
        return answer.Headers.Contains("OCI-Subject");
    }

    /// <inheritdoc />
    public async Task<bool> RemoveTagAsync(ImageReference tag, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Of(tag);
        using var answer = await transport
            .SendAsync(
                address,
                $"manifests/{tag.Tag}",
                "pull,push,delete",
                x => new HttpRequestMessage(HttpMethod.Delete, x),
                cancellationToken
            )
            .ConfigureAwait(false);
        return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound;
    }

    private static HttpRequestMessage Upload(Uri uri, Stream content, long length) =>
        new(HttpMethod.Put, uri)
        {
            Content = new StreamContent(content)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentLength = length },
            },
        };

    private static async Task RequireAsync(
        RegistryAddress address,
        HttpResponseMessage answer,
        string what,
        CancellationToken cancellationToken
    )
    {
        if (!answer.IsSuccessStatusCode)
            throw await RegistryFault.RefusedAsync(address, what, answer, cancellationToken).ConfigureAwait(false);
    }
}
