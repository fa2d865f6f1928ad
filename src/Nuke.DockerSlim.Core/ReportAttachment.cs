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
    /// <param name="image">Repository, and the digest of its manifest there.</param>
    /// <param name="publisher">Attaches it.</param>
    /// <param name="chain">What the tags stood for before.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public static async Task RunAsync(
        ImageWork work,
        ImageReference image,
        IImagePublisher publisher,
        PushChain chain,
        CancellationToken cancellationToken
    )
    {
        if (!work.Target.Definition.AttachReport)
            return;
        // What it was held against is of this run and not of the image; and the gate is behind it.
        var report = work.Report with
        {
            Baseline = null,
            Delta = null,
            Outcome = ReportOutcome.Good,
            Reason = null,
        };
        try
        {
            var history = await chain.NextAsync(work, image, cancellationToken).ConfigureAwait(false);
            var attached = await publisher.AttachAsync(image, report, history, cancellationToken).ConfigureAwait(false);
            PageWork.KeepHistory(work, history);
            work.Update(
                work.Report with
                {
                    Push = work.Report.Push with
                    {
                        Report = work.Report.Push.Report ?? attached,
                        HistoryNote = work.Report.Push.HistoryNote ?? chain.Note,
                    },
                }
            );
        }
        catch (EngineException e)
        {
            var note = e.Sentence;
            work.Update(work.Report with { Push = work.Report.Push with { ReportNote = note } });
        }
    }
}
