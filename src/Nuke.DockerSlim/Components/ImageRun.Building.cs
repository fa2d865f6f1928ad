namespace Nuke.DockerSlim.Components;

internal sealed partial class ImageRun
{
    public async Task BuildAsync()
    {
        try
        {
            await EachAsync(
                    async (work, token) =>
                    {
                        await Setup.Platforms.PlanAsync(work, token).ConfigureAwait(false);
                        await Setup.Platforms.BuildAsync(work, Setup.Tool, token).ConfigureAwait(false);
                    },
                    Setup.Together
                )
                .ConfigureAwait(false);
        }
        finally
        {
            // A builder that holds nothing is for one image at a time.
            if (Setup.Works.Any(x => x.Plan?.Ci is not null && !_failures.IsOut(x)))
                await EachAsync(Setup.Ci.RunAsync).ConfigureAwait(false);
        }
    }

    public async Task TestAsync()
    {
        await EachAsync(
                async (work, token) =>
                {
                    work.ResumeOrStart();
                    await Setup.Platforms.PlanAsync(work, token).ConfigureAwait(false);
                    IProgress<string> lines = Setup.Together > 1 ? new NamedLines(work.Target.Label, Setup.Console) : Setup.Console;
                    await Setup.Platforms.TestAsync(work, lines, token).ConfigureAwait(false);
                },
                Setup.Together
            )
            .ConfigureAwait(false);
        Summarize(x => SummaryWord.Of(x.Report.Tests));
    }
}
