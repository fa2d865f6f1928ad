using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Pushes one image under one tag, and keeps its report true to what the registry holds by then.</summary>
/// <param name="publisher">Pushes.</param>
internal sealed class ProvedPush(IImagePublisher publisher)
{
    /// <summary>Pushes, and proves that the registry holds what was measured.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="destination">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>What the tag resolves to: a manifest, or an index that names it beside its provenance.</returns>
    /// <exception cref="EngineException">The registry failed, or holds something else.</exception>
    public async Task<Digest> RunAsync(ImageWork work, ImageReference destination, CancellationToken cancellationToken)
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
        return published.Digest;
    }

    /// <summary>Says of a failure which tags were moved before it.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="moved">The tags.</param>
    public static EngineException WithMoved(EngineException failure, ImageReference repository, IReadOnlyList<string> moved)
    {
        var names = string.Join(", ", moved.Select(x => repository.WithTag(x)));
        return new EngineException($"{failure.Message}{Environment.NewLine}    Moved before that, and not moved back: {names}.", failure);
    }
}
