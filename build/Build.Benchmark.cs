using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CliWrap;
using CliWrap.Buffered;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Errors;

// How much this tool adds to the docker commands that it runs. Both sides in turn in one run, so that a slow machine slows both; medians.
partial class Build
{
    [Parameter("Rounds of each side of a benchmark - default: 5")]
    readonly int BenchmarkRounds = 5;

    Target Benchmark =>
        _ =>
            _.Description("Times SlimImage against the same docker commands typed by hand, and --help")
                .DependsOn(ProvideEngine, BenchmarkEvents)
                .Executes(async () =>
                {
                    AbsolutePath script = RootDirectory / "build.sh";
                    var root = OtherRoot();
                    AbsolutePath byHand = RootDirectory / "build" / "benchmark" / "by-hand.sh";
                    // Without the edited build, which the script by hand has no part of.
                    var (slimCold, handCold) = await InTurnAsync(
                        [script, "SlimImage", "--scenarios", "cold,warm", "--root", root],
                        [byHand, "cold"]
                    );
                    Print("cold, test, warm", slimCold, handCold, $"ratio {slimCold / handCold:0.000} (at most 1.05)");
                    var cold = ColdSeconds(root);
                    var over = slimCold - handCold;
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{"all that is measured", -20} over {over, 7:0.00} s   {over / cold:0.0%} of the last cold build, {cold:0.00} s (at most 10%)"
                        )
                    );
                    var (slimWarm, handWarm) = await InTurnAsync(
                        [script, "SlimImage", "--scenarios", "warm", "--root", root],
                        [byHand, "warm"]
                    );
                    Print("test and warm only", slimWarm, handWarm, $"over {slimWarm - handWarm:0.00} s (at most 0.60 s)");
                    var (help, nothing) = await InTurnAsync([script, "--help", "--root", root], ["/bin/true"]);
                    Print("--help, unchanged", help, nothing, "(at most 0.50 s)");
                });

    /// <summary>Nuke lets one run at a time work in a root; this one is taken. The other has the same files behind links.</summary>
    AbsolutePath OtherRoot()
    {
        AbsolutePath root = RootDirectory / "artifacts" / "benchmark";
        (root / ".nuke").CreateDirectory();
        foreach (var folder in new[] { "build", "samples" })
            if (!System.IO.Directory.Exists(root / folder))
                System.IO.Directory.CreateSymbolicLink(root / folder, RootDirectory / folder);
        return root;
    }

    static double ColdSeconds(AbsolutePath root)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(root / "artifacts" / "images" / "orders-api" / "slim-report.json"));
        return report.RootElement.GetProperty("builds").GetProperty("cold").GetProperty("milliseconds").GetInt64() / 1e3;
    }

    static void Print(string what, double ours, double theirs, string verdict) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what, -20} ours {ours, 7:0.00} s   by hand {theirs, 7:0.00} s   {verdict}")
        );

    Task<(double Ours, double Theirs)> InTurnAsync(string[] ours, string[] theirs) =>
        InTurnAsync(() => SecondsAsync(ours), () => SecondsAsync(theirs));

    async Task<(double Ours, double Theirs)> InTurnAsync(Func<Task<double>> ours, Func<Task<double>> theirs)
    {
        // The first round fills caches and does not count.
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = 0; round <= BenchmarkRounds; round++)
        {
            first.Add(await ours());
            second.Add(await theirs());
        }
        return (Median(first.Skip(1)), Median(second.Skip(1)));
    }

    static async Task<double> SecondsAsync(string[] command)
    {
        var clock = Stopwatch.StartNew();
        var result = await Cli.Wrap(command[0])
            .WithArguments(command.Skip(1))
            .WithWorkingDirectory(RootDirectory)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return result.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new EngineException(
                $"{string.Join(' ', command)} ended with exit code {result.ExitCode}: {result.StandardError.Trim().Split('\n')[^1]}"
            );
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
