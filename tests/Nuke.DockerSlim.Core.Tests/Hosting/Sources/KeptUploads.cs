using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>The pushing side of a registry: it keeps what it is given, by digest or tag, and knows no referrers.</summary>
/// <param name="content">Where it is kept.</param>
internal class KeptUploads(Dictionary<string, byte[]> content) : IRegistryUpload
{
    public Task<bool> HasBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) =>
        Task.FromResult(content.ContainsKey(digest.Value));

    public async Task PutBlobAsync(
        ImageReference repository,
        Digest digest,
        long length,
        Func<Stream> open,
        CancellationToken cancellationToken
    )
    {
        await using var stream = open();
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        content[digest.Value] = bytes;
    }

    public virtual Task<bool> PutManifestAsync(
        ImageReference reference,
        string mediaType,
        byte[] manifest,
        CancellationToken cancellationToken
    )
    {
        content[reference.Digest?.Value ?? reference.Tag!] = manifest;
        return Task.FromResult(false);
    }

    public Task<bool> RemoveTagAsync(ImageReference tag, CancellationToken cancellationToken) => Task.FromResult(content.Remove(tag.Tag!));
}
