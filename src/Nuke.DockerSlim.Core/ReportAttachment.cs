using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Lets the report travel with the image that was pushed.</summary>
internal static class ReportAttachment
{
    /// <summary>
    /// Hangs the report on the image, where that is wanted. That the registry does not take it is said, and fails nothing: the image is there, and proved.
    /// </summary>
    /// <param name="work">The image, pushed.</param>
    /// <param name="manifest">The digest of its manifest in the registry; null when it is not known, and nothing is attached.</param>
    /// <param name="publisher">Attaches it.</param>
    /// <param name="chain">What the tags stood for before.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public static async Task RunAsync(
        ImageWork work,
        Digest? manifest,
        IImagePublisher publisher,
        PushChain chain,
        CancellationToken cancellationToken
    )
    {
        var definition = work.Target.Definition;
        if (!definition.AttachReport || manifest is not { } digest)
            return;
        // What it was held against is of this run and not of the image; and the gate is behind it.
        var report = work.Report with
        {
            Baseline = null,
            Delta = null,
            Outcome = ReportOutcome.Good,
            Reason = null,
        };
        var image = ImageReference.Parse(definition.Repository).WithDigest(digest);
        try
        {
            var history = await chain.NextAsync(work, digest, cancellationToken).ConfigureAwait(false);
            var attached = await publisher.AttachAsync(image, report, history, cancellationToken).ConfigureAwait(false);
            PageWork.KeepHistory(work, history);
            work.Update(
                work.Report with
                {
                    Push = work.Report.Push with { Report = attached, ReportNote = null, HistoryNote = chain.Note },
                }
            );
        }
        catch (EngineException e)
        {
            var note = e.Sentence;
            work.Update(work.Report with { Push = work.Report.Push with { Report = null, ReportNote = note } });
        }
    }
}
