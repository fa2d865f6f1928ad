using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Pushes an image under its tags, one after the other, and keeps the report true to what the registry holds by then.</summary>
/// <param name="publisher">Pushes.</param>
internal sealed class ImagePushes(IImagePublisher publisher)
{
    private readonly ProvedPush _push = new(publisher);

    /// <summary>Pushes under every tag, and proves each before the next is moved.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        work.Update(work.Report with { Push = new PushFacts() });
        var repository = ImageReference.Parse(work.Target.Definition.Repository);
        var chain = await PushChain.ReadAsync(work, publisher, cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var tag in work.Target.Definition.Tags)
                await _push.RunAsync(work, repository.WithTag(tag), cancellationToken).ConfigureAwait(false);
            await ReportAttachment.RunAsync(work, work.Report.Image.Digest, publisher, chain, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineException e) when (work.Report.Push.Tags is { Count: > 0 } moved)
        {
            throw ProvedPush.WithMoved(e, repository, moved);
        }
    }
}
