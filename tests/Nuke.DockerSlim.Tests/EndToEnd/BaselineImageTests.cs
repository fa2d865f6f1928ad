using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Images that are held against one in a registry, by the report that hangs on it.</summary>
public sealed class BaselineImageTests
{
    [EngineTheory, OnBothStores]
    public async Task Another_machine_finds_the_report_on_the_image_and_tells_the_same_deltas(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, build.Name);
        string[] options = ["--image-repository", $"{Stores.Registry}/{build.Name}", "--allow-untested"];
        (await build.SlimAsync([.. options, "--push-image", "--image-tags", "main"])).MustEnd(0);
        Assert.StartsWith("sha256:", build.Report().At("push.report"));
        Directory.CreateDirectory(build["main"]);
        File.Copy(build[$"artifacts/images/{build.Name}/slim-report.json"], build["main/slim-report.json"]);

        build.Write("app/more", new string('m', 3_000_000));
        (await build.SlimAsync([.. options, "--baseline-report", build["main/slim-report.json"]])).MustEnd(0);
        var byFile = Deltas(build);

        // Nothing of the first run is there: no report, no layers known.
        Directory.Delete(build["artifacts"], recursive: true);
        Directory.Delete(build[".nuke/temp"], recursive: true);
        var run = await build.SlimAsync([.. options, "--baseline-image", $"{Stores.Registry}/{build.Name}:main", "--size-growth", "1MB"]);

        run.MustEnd(3)
            .MustSay($"against   {Stores.Registry}/{build.Name}:main", "unpacked growth 3.0 MB exceeds 1.0 MB", "+3.0 MB  line 3");
        Assert.Equal(byFile, Deltas(build));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_image_that_is_not_there_or_has_no_report_is_a_state_and_no_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, build.Name);
        string[] options = ["--image-repository", $"{Stores.Registry}/{build.Name}", "--allow-untested", "--size-growth", "1MB"];

        (await build.SlimAsync([.. options, "--baseline-image", $"{Stores.Registry}/{build.Name}:none"]))
            .MustEnd(0)
            .MustSay("no baseline in");
        Assert.Contains("has no such image yet", build.Report().At("baseline.missing"));
        (await build.SlimAsync([.. options, "--push-image", "--image-tags", "bare", "--attach-report", "false"])).MustEnd(0);
        Assert.Equal("", build.Report().At("push.report"));
        (await build.SlimAsync([.. options, "--baseline-image", $"{Stores.Registry}/{build.Name}:bare"])).MustEnd(0);
        Assert.Equal("no report of this tool is attached to that image", build.Report().At("baseline.missing"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_registry_that_is_gone_is_an_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        Write(build, build.Name);

        (await build.SlimAsync("--allow-untested", "--baseline-image", "127.0.0.1:1/shop:main")).MustEnd(4).MustSay("127.0.0.1:1");
    }

    private static void Write(UserBuild build, string words)
    {
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nCOPY app /app\n");
        build.Write("app/words", words);
    }

    // Times are of each run.
    private static string Deltas(UserBuild build) =>
        JsonSerializer.Serialize(
            new
            {
                Measures = build.Report().Items("delta.measures").Where(x => x.At("unit") != "milliseconds").Select(x => x.GetRawText()),
                Lines = build.Report().Items("delta.lines").Select(x => $"{x.At("line")} {x.At("layerBytesChange")} {x.At("cause")}"),
                Paths = build.Report().Find("delta.paths").GetRawText(),
                Drift = build.Report().Find("delta.drift").GetRawText(),
            }
        );
}
