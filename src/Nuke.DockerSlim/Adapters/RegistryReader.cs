using System.Net;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Reads images out of registries by HTTP (OCI distribution specification: pull).</summary>
/// <param name="transport">Sends the requests.</param>
internal sealed class RegistryReader(RegistryTransport transport) : IImageRegistry
{
    private const int LargestManifest = 8 << 20;

    private static readonly string[] Kinds =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <inheritdoc />
    public async Task<byte[]?> ReadManifestAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Of(reference);
        using var answer = await transport
            .SendAsync(
                address,
                $"manifests/{reference.Digest?.Value ?? reference.Tag ?? "latest"}",
                "pull",
                uri =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, uri);
                    foreach (var kind in Kinds)
                        request.Headers.Accept.ParseAdd(kind);
                    return request;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (!answer.IsSuccessStatusCode)
            throw await RegistryFault.RefusedAsync(address, "reading a manifest", answer, cancellationToken).ConfigureAwait(false);
        return await ContentAsync(address, reference, answer, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ContentAsync(
        RegistryAddress address,
        ImageReference reference,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(LargestManifest, cancellationToken).ConfigureAwait(false);
            return await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new EngineException(
                $"The registry {address.Host} gives more than 8 MB for the manifest of {reference}, which is none.",
                e
            );
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw RegistryFault.Unreachable(address, e);
        }
    }

    /// <inheritdoc />
    public async Task<byte[]?> ReadReferrersAsync(ImageReference image, string artifactType, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Of(image);
        using var answer = await transport
            .SendAsync(
                address,
                $"referrers/{image.Digest}?artifactType={Uri.EscapeDataString(artifactType)}",
                "pull",
                x => new HttpRequestMessage(HttpMethod.Get, x),
                cancellationToken
            )
            .ConfigureAwait(false);
        // Registries of before the interface say 404, and some 405 or 400: none of them knows.
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == Kinds[0]
            ? await ContentAsync(address, image, answer, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <inheritdoc />
    public async Task<Stream?> OpenBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken)
    {
        var address = RegistryAddress.Of(repository);
        var answer = await transport
            .SendAsync(address, $"blobs/{digest}", "pull", x => new HttpRequestMessage(HttpMethod.Get, x), cancellationToken)
            .ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return new RegistryStream(answer, await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), address);
        using (answer)
            return answer.StatusCode == HttpStatusCode.NotFound
                ? null
                : throw await RegistryFault.RefusedAsync(address, "reading a layer", answer, cancellationToken).ConfigureAwait(false);
    }
}
