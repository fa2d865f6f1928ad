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

    /// <summary>Shows the histories of the images. Their reports stay as they are, whatever fails.</summary>
    /// <param name="from">A file or a folder that holds them; null: none is named.</param>
    /// <param name="count">How many images of each are wanted; null: as many as usual.</param>
    public async Task ShowHistoryAsync(string? from, string? count)
    {
        HistoryTurn.TryCount(count, out var most);
        var failed = new List<DockerSlimException>();
        await EachAsync(
                async (work, token) =>
                {
                    try
                    {
                        Setup.Console.ShowHistory(await Setup.History.ReadAsync(work, from, most, token).ConfigureAwait(false));
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
