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
        using var started = await transport
            .SendAsync(address, "blobs/uploads/", Push, x => new HttpRequestMessage(HttpMethod.Post, x), cancellationToken)
            .ConfigureAwait(false);
        await RequireAsync(address, started, "pushing", cancellationToken).ConfigureAwait(false);
        var place =
            started.Headers.Location is { } location && started.RequestMessage?.RequestUri is { } asked
                ? new Uri(asked, location)
                : throw new EngineException($"The registry {address.Host} names no place to upload to; ask its administrator.");
        var target = $"{place}{(place.Query.Length > 0 ? "&" : "?")}digest={Uri.EscapeDataString(digest.Value)}";
        using var answer = await transport
            .SendAsync(address, target, Push, x => Upload(x, open(), length), cancellationToken)
            .ConfigureAwait(false);
        await RequireAsync(address, answer, "pushing a layer", cancellationToken).ConfigureAwait(false);
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
