using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Components;

internal sealed partial class ImageRun
{
    public async Task CheckReproducibleAsync()
    {
        try
        {
            await EachAsync(
                    (work, token) =>
                    {
                        work.ResumeOrStart();
                        return PlatformPipeline.CheckReproducibleAsync(work, Setup.Reproducibility, token);
                    }
                )
                .ConfigureAwait(false);
        }
        finally
        {
            Setup.Console.ShowReproducibility(Known.SelectMany(x => x.Each));
            Summarize(x => SummaryWord.Of(x.Report.Reproducibility));
        }
    }

    /// <summary>Shows the histories of tags. The reports of the images stay as they are, whatever fails.</summary>
    /// <param name="count">How many images of each are wanted; null: as many as usual.</param>
    public async Task ShowHistoryAsync(string? count)
    {
        HistoryTurn.TryCount(count, out var most);
        var failed = new List<DockerSlimException>();
        await EachAsync(
                async (work, token) =>
                {
                    try
                    {
                        Setup.Console.ShowHistory(await Setup.History.ReadAsync(work, most, token).ConfigureAwait(false));
                        foreach (var sentence in PageWork.Renew(work))
                            Setup.Console.Say(sentence);
                    }
                    catch (DockerSlimException e)
                    {
                        failed.Add(e);
                    }
                },
                withFailed: true
            )
            .ConfigureAwait(false);
        if (failed.Count > 0)
            throw _failures.Failed([.. failed]);
    }
}
