using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Images that are held against the report of an earlier run.</summary>
public sealed class BaselineTests
{
    [EngineTheory, OnBothStores]
    public async Task Ten_megabytes_more_are_told_charged_to_their_line_and_kept_from_the_registry(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, "");
        build.Write("app/words", "first");
        (await build.SlimAsync("--allow-untested")).MustEnd(0);
        KeepReport(build);

        (await build.SlimAsync("--allow-untested", "--baseline-folder", build["main"], "--size-growth", "2%"))
            .MustEnd(0)
            .MustSay("against", "not a byte more or less");
        Assert.All(build.Report().Items("delta.measures").Where(x => x.At("unit") == "bytes"), x => Assert.Equal("same", x.At("kind")));
        Assert.Equal(("True", "0"), (build.Report().At("delta.drift.sameInputs"), build.Report().At("delta.drift.ownBytes")));

        // Comments and a line above: the numbers of all lines are others.
        Write(build, "# a comment\n# and another\n");
        var film = new byte[10_000_000];
        Random.Shared.NextBytes(film);
        File.WriteAllBytes(build["app/film"], film);
        var grown = await build.SlimAsync(
            "--allow-untested",
            "--baseline-folder",
            build["main"],
            "--size-growth",
            "2%",
            "--image-repository",
            $"{Stores.Registry}/{build.Name}",
            "--push-image",
            "--image-tags",
            "ci"
        );

        grown.MustEnd(3).MustSay("download growth 10.0 MB exceeds", "+10.0 MB  line 5", "COPY app /app", "+10.0 MB  /app/film");
        var delta = build.Report().Find("delta");
        Assert.Equal(("5", "3", "own"), (delta.At("lines.0.line"), delta.At("lines.0.lineBefore"), delta.At("lines.0.cause")));
        Assert.InRange(delta.NumberAt("lines.0.layerBytesChange"), 10_000_000, 10_002_048);
        Assert.Equal(delta.NumberAt("lines.0.layerBytesChange"), delta.NumberAt("drift.ownBytes"));
        Assert.Equal(0, delta.NumberAt("drift.baseBytes"));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnBothStores]
    public async Task Another_base_image_is_not_charged_to_the_change(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, "", $"{build.Name}/base:1");
        build.Write("app/words", "first");
        await build.Engine.BuildAsync($"{build.Name}/base:1", Base(15));
        (await build.SlimAsync("--allow-untested")).MustEnd(0);
        KeepReport(build);
        await build.Engine.BuildAsync($"{build.Name}/base:1", Base(16));

        var run = await build.SlimAsync(
            "--allow-untested",
            "--baseline-report",
            build["main/slim-report.json"],
            "--size-growth",
            "10kB",
            "--growth-floor",
            "1kB"
        );

        run.MustEnd(0).MustSay("+2.1 MB by another base image");
        Assert.Equal(("True", "0"), (build.Report().At("delta.drift.baseMoved"), build.Report().At("delta.drift.ownBytes")));
        Assert.Equal(64 << 15, build.Report().NumberAt("delta.drift.baseBytes"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task The_first_run_of_a_branch_has_no_baseline_and_holds(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.SlimAsync("--baseline-folder", build["main"], "--size-growth", "2%", "--time-growth", "10%"))
            .MustEnd(0)
            .MustSay("no baseline in main: the folder does not exist yet");

        Assert.Equal("good", build.Report().At("outcome"));
        Assert.All(
            build.Report().Items("budget").Where(x => x.At("name").EndsWith("Growth")),
            x => Assert.Equal("noBaseline", x.At("verdict"))
        );
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_baseline_that_is_named_and_not_there_is_an_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.SlimAsync("--baseline-report", build["none.json"])).MustEnd(1).MustSay($"There is no baseline {build["none.json"]}");
        (await build.SlimAsync("--baseline-report", build[$"artifacts/images/{build.Name}/slim-report.json"]))
            .MustEnd(1)
            .MustSay("is the report that this run writes");
    }

    private static void Write(UserBuild build, string above, string? from = null) =>
        build.Write("Dockerfile", $"{above}FROM {from ?? StoreEngine.Base} AS production\nENV MARK={build.Name}\nCOPY app /app\n");

    // The base has a shell and little else: so many doublings of 64 letters.
    private static string Base(int doublings) =>
        $"""
            FROM {StoreEngine.Base}
            RUN x={new string('x', 64)}; for i in {string.Join(' ', Enumerable.Range(0, doublings))}; do x=$x$x; done; echo $x > /library

            """;

    private static void KeepReport(UserBuild build)
    {
        Directory.CreateDirectory(build["main"]);
        File.Copy(build[$"artifacts/images/{build.Name}/slim-report.json"], build["main/slim-report.json"]);
    }
}
