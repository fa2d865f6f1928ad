using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Puts statements about images beside them.</summary>
/// <param name="upload">Writes.</param>
internal sealed class AttestationUpload(IRegistryUpload upload)
{
    /// <summary>The entries of an index with statements put to the images that it names.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public async Task<IReadOnlyList<JsonObject>> AddAsync(
        IReadOnlyList<JsonObject> entries,
        IReadOnlyList<ImageStatement> statements,
        ImageReference repository,
        CancellationToken cancellationToken
    )
    {
        var replaced = statements.Where(x => x.Replaces).Select(x => x.Image.Value).ToHashSet();
        List<JsonObject> all = [.. entries.Where(x => AttestationManifest.SubjectOf(x) is not { } image || !replaced.Contains(image))];
        foreach (var about in statements.GroupBy(x => x.Image))
            all.Add(await PutAsync(about.Key, [.. about], repository, cancellationToken).ConfigureAwait(false));
        return all;
    }

    private async Task<JsonObject> PutAsync(
        Digest image,
        IReadOnlyList<ImageStatement> statements,
        ImageReference repository,
        CancellationToken cancellationToken
    )
    {
        var config = AttestationManifest.Config(statements);
        foreach (var content in statements.Select(x => x.Content).Append(config))
            await upload.PutMissingAsync(repository, content, cancellationToken).ConfigureAwait(false);
        var manifest = AttestationManifest.Write(config, statements);
        await upload
            .PutManifestAsync(repository.WithDigest(BlobText.DigestOf(manifest)), MediaTypes.OciManifest, manifest, cancellationToken)
            .ConfigureAwait(false);
        return AttestationManifest.Entry(manifest, image);
    }
}
