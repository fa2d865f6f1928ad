using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Pushes an image under its tags, one after the other, and keeps the report true to what the registry holds by then.</summary>
/// <param name="publisher">Pushes.</param>
internal sealed class ImagePushes(IImagePublisher publisher)
{
    /// <summary>Pushes under every tag, and proves each before the next is moved.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        work.Update(work.Report with { Push = new PushFacts() });
        var repository = ImageReference.Parse(work.Target.Definition.Repository);
        try
        {
            foreach (var tag in work.Target.Definition.Tags)
                await PushAsync(work, repository.WithTag(tag), cancellationToken).ConfigureAwait(false);
            await ReportAttachment.RunAsync(work, work.Report.Image.Digest, publisher, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException e) when (work.Report.Push.Tags is { Count: > 0 } moved)
        {
            var names = string.Join(", ", moved.Select(x => repository.WithTag(x)));
            throw new EngineException($"{e.Message}{Environment.NewLine}    Moved before that, and not moved back: {names}.", e);
        }
    }

    private async Task PushAsync(ImageWork work, ImageReference destination, CancellationToken cancellationToken)
    {
        await publisher.PushAsync(work.Source, destination, cancellationToken).ConfigureAwait(false);
        // From here on the tag is moved, whatever reading it back comes to.
        var tags = (IReadOnlyList<string>)[.. work.Report.Push.Tags, destination.Tag!];
        work.Update(work.Report with { Push = new PushFacts { Tags = tags } });
        var published = await publisher.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
        var pushed = PushProof.Require(work.Report, published, destination);
        work.Update(
            PushProof.WithExactFigures(work.Report, pushed, work.Target.Definition.PullBandwidth) with
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
