using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// Pushes an image of several platforms: each platform's image first, under a tag of its own, and proved; then an index that names them, under every
/// tag, and proved again. Until all platforms are there no tag that users pull is moved.
/// </summary>
/// <param name="publisher">Pushes.</param>
internal sealed class PlatformPushes(IImagePublisher publisher)
{
    private readonly ProvedPush _push = new(publisher);

    /// <summary>Pushes.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        work.Update(work.Report with { Push = new PushFacts() });
        var repository = ImageReference.Parse(work.Target.Definition.Repository);
        var tags = work.Target.Definition.Tags;
        var chains = new Dictionary<ImageWork, PushChain>();
        foreach (var platform in work.Platforms)
            chains[platform] = await PushChain.ReadAsync(platform, publisher, cancellationToken).ConfigureAwait(false);
        try
        {
            var manifests = new List<Digest>();
            foreach (var platform in work.Platforms)
            {
                var destination = repository.WithTag(tags[0] + platform.Target.PlatformSuffix);
                platform.Update(platform.Report with { Push = new PushFacts() });
                // With its provenance, where there is one: the index takes over what a platform's own index names.
                manifests.Add(await _push.RunAsync(platform, destination, cancellationToken).ConfigureAwait(false));
            }
            foreach (var tag in tags)
                await PushIndexAsync(work, repository.WithTag(tag), manifests, cancellationToken).ConfigureAwait(false);
            foreach (var platform in work.Platforms)
                await ReportAttachment
                    .RunAsync(platform, platform.Report.Image.Digest, publisher, chains[platform], cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (EngineException e) when (work.Report.Push.Tags is { Count: > 0 } moved)
        {
            throw ProvedPush.WithMoved(e, repository, moved);
        }
        finally
        {
            PlatformSummary.Write(work);
        }
    }

    private async Task PushIndexAsync(
        ImageWork work,
        ImageReference destination,
        IReadOnlyList<Digest> manifests,
        CancellationToken cancellationToken
    )
    {
        await publisher.PushIndexAsync(manifests, destination, cancellationToken).ConfigureAwait(false);
        // From here on the tag is moved, whatever reading it back comes to.
        var tags = (IReadOnlyList<string>)[.. work.Report.Push.Tags, destination.Tag!];
        work.Update(work.Report with { Push = new PushFacts { Tags = tags } });
        var published = await publisher.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
        foreach (var platform in work.Platforms)
            PushProof.Require(platform.Report, published, destination);
        if (published.Images.Count != work.Platforms.Count)
            throw new EngineException(
                $"{destination} names {published.Images.Count} images, and {work.Platforms.Count} were measured and pushed. Another run may have pushed at the same time; run ./build.sh SlimImage again."
            );
        work.Update(
            work.Report with
            {
                Push = new PushFacts
                {
                    Pushed = true,
                    Digest = published.Digest,
                    Tags = tags,
                },
            }
        );
    }
}
