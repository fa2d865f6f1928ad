using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Components;

internal sealed partial class ImageRun
{
    /// <summary>Shows the parameters.</summary>
    /// <param name="build">The build.</param>
    public static void ShowHelp(IHazImages build)
    {
        var width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth;
        foreach (var line in ParameterHelp.Lines(KnownParameters.Of(build.GetType()), width))
            Console.WriteLine(line);
    }

    /// <summary>Measures each image that has no limits, and writes some. Where one cannot be built nothing is written: half a start is none.</summary>
    public async Task InitAsync()
    {
        InitTurn.SayFound(_build, Setup);
        var measured = new List<ImageWork>();
        try
        {
            await EachAsync(
                    async (work, token) =>
                    {
                        if (InitImage.HasLimits(work.Target.Definition))
                            return;
                        await MeasureFirstAsync(work, token).ConfigureAwait(false);
                        measured.Add(work);
                    }
                )
                .ConfigureAwait(false);
            if (measured.Count > 0)
                Setup.Console.Show([.. measured.Select(x => x.Report)]);
            await _turns
                .OnceAsync(
                    _ =>
                    {
                        InitTurn.Write(_build, Setup);
                        return Task.CompletedTask;
                    },
                    "Interrupted before limits were written."
                )
                .ConfigureAwait(false);
        }
        catch
        {
            InitTurn.PutBack(_build);
            throw;
        }
    }

    private async Task MeasureFirstAsync(ImageWork work, CancellationToken token)
    {
        try
        {
            InitTurn.LeaveOutOutputs(_build, work);
            await Setup.Platforms.PlanAsync(work, token).ConfigureAwait(false);
            await Setup.Platforms.BuildAsync(work, Setup.Tool, token).ConfigureAwait(false);
            await MeasureBuiltAsync(work, token).ConfigureAwait(false);
        }
        catch
        {
            // Here already: of an interrupted target nothing runs after the images.
            InitTurn.PutBack(_build);
            throw;
        }
    }
}
