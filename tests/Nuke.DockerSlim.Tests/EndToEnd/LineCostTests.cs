using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What each line cost, in the report of a run.</summary>
public sealed class LineCostTests
{
    [EngineTheory, OnBothStores]
    public async Task A_cold_build_alone_knows_the_lines_of_all_layers_and_they_add_up(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "cat /bin/cat /bin/ls > /made");

        (await build.RunAsync("SlimImage", "--scenarios", "cold")).MustEnd(0).MustSay("line  instruction", "RUN cat /bin/cat");

        var report = build.Report();
        var lines = report.Items("lines");
        Assert.Equal(["1", "2", "7", "8"], lines.Select(x => x.At("line")));
        Assert.Equal(report.NumberAt("sizes.unpackedBytes"), Bytes("layerBytes"));
        Assert.Equal(report.Items("layers").Sum(x => x.NumberAt("downloadBytes")), Bytes("downloadBytes"));
        Assert.Equal("False", report.At("linesAreInferred"));
        Assert.Equal(report.NumberAt("lineTimes.cold.linesMilliseconds"), lines.Sum(x => x.NumberAt("cold")));
        string[] parts = ["running", "context", "export", "other"];
        Assert.InRange(
            parts.Sum(x => report.NumberAt($"lineTimes.cold.{x}Milliseconds")) - report.NumberAt("builds.cold.milliseconds"),
            -1,
            1
        );
        Assert.All(lines, x => Assert.Equal(("", ""), (x.At("warm"), x.At("edited"))));

        long Bytes(string field) => lines.Where(x => x.At(field).Length > 0).Sum(x => x.NumberAt(field));
    }

    [EngineTheory, OnBothStores]
    public async Task A_frontend_that_cannot_be_resolved_is_named(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        build.Write("Dockerfile", $"# syntax=127.0.0.1:1/dockerfile:1\n{File.ReadAllText(build["Dockerfile"])}");

        var run = await build.RunAsync("SlimImage", "--scenarios", "cold");

        Assert.NotEqual(0, run.ExitCode);
        run.MustSay("Dockerfile:1: the frontend that the '# syntax=' line names cannot be resolved", "127.0.0.1:1/dockerfile:1");
    }
}
