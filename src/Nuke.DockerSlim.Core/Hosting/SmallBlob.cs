using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Puts what is held in memory into a repository.</summary>
internal static class SmallBlob
{
    /// <summary>Puts it there, unless the repository has it.</summary>
    /// <param name="upload">Writes.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="content">The blob.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>Its digest.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public static async Task<Digest> PutMissingAsync(
        this IRegistryUpload upload,
        ImageReference repository,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var digest = BlobText.DigestOf(content);
        if (!await upload.HasBlobAsync(repository, digest, cancellationToken).ConfigureAwait(false))
            await upload
                .PutBlobAsync(repository, digest, content.Length, () => new MemoryStream(content), cancellationToken)
                .ConfigureAwait(false);
        return digest;
    }
}
