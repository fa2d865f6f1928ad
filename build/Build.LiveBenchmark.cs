using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

// What the live view costs while a build runs: the processor's time with it, less that of the same events without it.
partial class Build
{
    const int LiveSeconds = 20;
    const double MostLivePercent = 2;

    Target BenchmarkLive =>
        _ =>
            _.Description("Measures what the live view of a build costs on a terminal of 80 x 24")
                .Executes(async () =>
                {
                    // What .NET compiles at first is paid once a run, not as long as it lasts.
                    await LiveCostAsync(2, 20, isShown: true);
                    foreach (var linesASecond in new[] { 20, 2_000 })
                    {
                        var (with, bytes) = await LiveCostAsync(LiveSeconds, linesASecond, isShown: true);
                        var (without, _) = await LiveCostAsync(LiveSeconds, linesASecond, isShown: false);
                        var percent = (with - without) * 100 / LiveSeconds;
                        Console.WriteLine(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"live view, 80 x 24, four stages, {linesASecond:N0} lines of output a second, {LiveSeconds} s: {percent:0.00} % of a core (at most {MostLivePercent} %), {bytes / 1e3 / LiveSeconds:0.0} kB a second to the terminal"
                            )
                        );
                        if (percent > MostLivePercent)
                            throw new InputException($"The live view costs more than {MostLivePercent} % of a core; see LiveScreen.");
                    }
                });

    // Seconds of the processor, and bytes written.
    static async Task<(double Seconds, long Bytes)> LiveCostAsync(int seconds, int linesASecond, bool isShown)
    {
        var file = Path.Combine((RootDirectory / "artifacts" / "benchmark" / "live").CreateOrCleanDirectory(), "terminal");
        await using var terminal = new StreamWriter(file, append: false, new UTF8Encoding(false), 64 * 1024);
        var style = new LiveStyle
        {
            Interactive = true,
            Console = new ConsoleStyle { Colour = true },
            Size = () => (80, 24),
        };
        var begin = Environment.CpuUsage.TotalTime;
        using (var live = isShown ? new LiveDisplay(terminal, style, TimeProvider.System).Start(BuildScenario.Cold, null) : null)
        {
            var start = DateTimeOffset.UtcNow;
            for (var tick = 0; tick < seconds * 20; tick++)
            {
                foreach (var told in LiveTick(tick, linesASecond / 20, start))
                    live?.Report(told);
                await Task.Delay(
                    TimeSpan.FromMilliseconds(Math.Max(1, (start.AddSeconds((tick + 1) / 20.0) - DateTimeOffset.UtcNow).TotalMilliseconds))
                );
            }
        }
        var spent = (Environment.CpuUsage.TotalTime - begin).TotalSeconds;
        return (spent, new FileInfo(file).Length);
    }

    // A twentieth of a second: four stages run, one of them pulls, a step ends each second.
    static ProgressEvent[] LiveTick(int tick, int lines, DateTimeOffset start) =>
        [
            .. Enumerable
                .Range(0, 4)
                .Select(x => new ProgressEvent.VertexChanged(
                    $"stage{x}",
                    $"[stage{x} 2/3] RUN npm ci --no-audit",
                    [],
                    start,
                    null,
                    false,
                    ""
                )),
            new ProgressEvent.StatusChanged("stage0", "sha256:1", tick * 100_000L, 61_000_000, start, null),
            .. Enumerable
                .Range(0, lines)
                .Select(x => new ProgressEvent.OutputWritten(
                    $"stage{1 + (x % 3)}",
                    Encoding.UTF8.GetBytes($"npm http fetch GET 200 https://registry.example/package-{tick}-{x} 212ms (cache miss)\n")
                )),
            .. tick % 20 == 0
                ? new[]
                {
                    new ProgressEvent.VertexChanged(
                        $"step{tick}",
                        $"[copy {tick}/400] COPY a b",
                        [],
                        start,
                        start.AddSeconds(1),
                        false,
                        ""
                    ),
                }
                : [],
        ];
}
