using Nuke.DockerSlim.Attesting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// What the tags of a repository are to stand for: the image as it was uploaded, or an index around it where there are several platforms, or something is stated
/// beside them. The images in it are those that were proved, byte for byte.
/// </summary>
/// <param name="work">The image.</param>
/// <param name="publisher">Pushes.</param>
internal sealed class PushedContent(ImageWork work, IImagePublisher publisher)
{
    /// <summary>Puts it together, and proves it where an index is new.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="platforms">What was uploaded for each platform.</param>
    /// <param name="held">What the repository's tags stand for now.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else.</exception>
    public async Task<Digest> SettleAsync(
        ImageReference repository,
        IReadOnlyList<ImagePushes.PlatformUpload> platforms,
        IReadOnlyList<(ImageReference Tag, Digest? Held)> held,
        CancellationToken cancellationToken
    )
    {
        var supply = work.Target.Definition.Supply;
        var content = platforms[0].Content;
        ImageStatement[] statements = [.. platforms.SelectMany(x => StatementWork.Of(x.Tested.Work, repository, x.Manifest))];
        if (work.Platforms.Count > 0 || supply.NeedsIndex)
        {
            var index = new IndexContent([.. platforms.Select(x => x.Content)])
            {
                Annotations = ImageAnnotations.ByName(supply.Annotations),
                Statements = statements,
            };
            content = await publisher.UploadIndexAsync(index, repository, cancellationToken).ConfigureAwait(false);
            await ProveAsync(repository.WithDigest(content), platforms, cancellationToken).ConfigureAwait(false);
        }
        // What builders state has the time of the build in it. A tag that stands for the same images with the same said of them has nothing to gain.
        var kept = await KeptAsync(repository, content, held.Select(x => x.Held).OfType<Digest>(), cancellationToken).ConfigureAwait(false);
        if (kept is { } other)
            await ProveAsync(repository.WithDigest(other), platforms, cancellationToken).ConfigureAwait(false);
        Write(platforms, statements, kept is not null);
        return kept ?? content;
    }

    /// <summary>Has it signed, where that is wanted.</summary>
    /// <param name="content">Repository and digest.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">It was not signed.</exception>
    public async Task SignAsync(ImageReference content, CancellationToken cancellationToken)
    {
        var supply = work.Target.Definition.Supply;
        if (!supply.Sign)
            return;
        await publisher.SignAsync(content, supply, work.Platforms.Count > 0, cancellationToken).ConfigureAwait(false);
        var facts = work.Report.Push.SupplyChain ?? new();
        Write(facts with { Signed = [.. facts.Signed, content.ToString()] });
    }

    private async Task<Digest?> KeptAsync(
        ImageReference repository,
        Digest content,
        IEnumerable<Digest> held,
        CancellationToken cancellationToken
    )
    {
        foreach (var other in held.Where(x => x != content).Distinct())
            if (await publisher.IsSameAsync(repository, other, content, cancellationToken).ConfigureAwait(false))
                return other;
        return null;
    }

    private async Task ProveAsync(
        ImageReference place,
        IReadOnlyList<ImagePushes.PlatformUpload> platforms,
        CancellationToken cancellationToken
    )
    {
        var published = await publisher.ReadAsync(place, cancellationToken).ConfigureAwait(false);
        foreach (var platform in platforms)
            PushProof.Require(platform.Tested.Report, published, place);
        if (published!.Images.Count != platforms.Count)
            throw new EngineException(
                $"{place} names {published.Images.Count} images, and {platforms.Count} were measured and pushed; run ./build.sh SlimImage again."
            );
    }

    // What is stated is the same in every repository, save its name.
    private void Write(IReadOnlyList<ImagePushes.PlatformUpload> platforms, IReadOnlyList<ImageStatement> statements, bool isKept)
    {
        if (work.Target.Definition.Supply.NeedsIndex && work.Report.Push.SupplyChain is null)
            Write(
                new SupplyChainFacts
                {
                    Annotations = [.. ImageAnnotations.ByName(work.Target.Definition.Supply.Annotations).Select(x => $"{x.Key}={x.Value}")],
                    Attestations =
                    [
                        .. statements.Select(x => new AttestationFacts
                        {
                            Platform = platforms.First(y => y.Manifest == x.Image).Tested.Report.Image.Platform,
                            Image = x.Image,
                            PredicateType = x.PredicateType,
                            Mode = x.Mode,
                        }),
                    ],
                    Kept = isKept,
                }
            );
    }

    private void Write(SupplyChainFacts facts) => work.Update(work.Report with { Push = work.Report.Push with { SupplyChain = facts } });
}
