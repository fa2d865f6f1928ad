using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

public sealed class ImageHistoryTests
{
    [EngineTheory, OnBothStores]
    public async Task Three_pushes_are_three_rows_with_their_changes_for_who_has_nothing_but_the_registry(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        string[] image = ["--image-repository", $"{Stores.Registry}/{build.Name}", "--image-tags", "main,latest"];
        var sizes = new List<long>();
        var digests = new List<string>();
        foreach (var bytes in new[] { 100_000, 300_000, 200_000 })
        {
            Write(build, bytes);
            (await build.SlimAsync([.. image, "--allow-untested", "--push-image"])).MustEnd(0);
            sizes.Add(build.Report().NumberAt("sizes.downloadBytes"));
            digests.Add(build.Report().At("image.digest"));
        }
        Assert.True(sizes[1] > sizes[2] && sizes[2] > sizes[0]);
        // Nothing changed: no step of the history.
        (await build.SlimAsync([.. image, "--allow-untested", "--push-image"])).MustEnd(0);
        Assert.Equal("", build.Report().At("push.historyNote"));
        Directory.Delete(build["artifacts"], recursive: true);
        Directory.Delete(build[".nuke/temp"], recursive: true);
        File.Delete(build["Dockerfile"]);
        build.Environment["DOCKER_HOST"] = "unix:///nowhere/docker.sock";

        var run = await build.RunAsync(["ImageHistory", .. image]);

        run.MustEnd(0).MustSay($"{Stores.Registry}/{build.Name}:main", $"{Stores.Registry}/{build.Name}:latest", "download  ▁█");
        var tags = History(build).Items("tags");
        Assert.Equal(2, tags.Count);
        foreach (var tag in tags)
        {
            var images = tag.Items("images");
            Assert.Equal(digests.AsEnumerable().Reverse(), images.Select(x => x.At("image.digest")));
            Assert.Equal(sizes.AsEnumerable().Reverse(), images.Select(x => x.NumberAt("image.downloadBytes")));
            Assert.Equal([$"{sizes[2] - sizes[1]}", $"{sizes[1] - sizes[0]}", ""], images.Select(x => x.At("downloadChangeBytes")));
        }
        Assert.False(File.Exists(build[$"artifacts/images/{build.Name}/slim-report.json"]));
        await build.RunAsync(["ImageHistory", .. image, "--history-count", "1"]);
        Assert.Single(History(build).Items("tags")[0].Items("images"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task What_is_not_there_is_a_state_and_what_refuses_an_error_and_no_report_is_touched(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        using var closed = new ClosedRegistry();
        string[] image = ["--image-repository", $"{Stores.Registry}/{build.Name}"];
        Write(build, 1_000);
        (await build.SlimAsync([.. image, "--allow-untested", "--push-image", "--image-tags", "bare", "--attach-report", "false"])).MustEnd(
            0
        );
        var report = File.ReadAllText(build[$"artifacts/images/{build.Name}/slim-report.json"]);

        (await build.RunAsync(["ImageHistory", .. image, "--image-tags", "none"]))
            .MustEnd(0)
            .MustSay("no history: the registry", "has no such image");
        (await build.RunAsync(["ImageHistory", .. image, "--image-tags", "bare"])).MustEnd(0).MustSay("no report of this tool is attached");
        (await build.RunAsync("ImageHistory", "--image-repository", $"{closed.Host}/shop", "--image-tags", "1"))
            .MustEnd(4)
            .MustSay("asks for credentials");
        (await build.RunAsync("ImageHistory", "--image-repository", "127.0.0.1:1/shop", "--image-tags", "1"))
            .MustEnd(4)
            .MustSay("127.0.0.1:1");
        (await build.RunAsync(["ImageHistory", .. image, "--history-from", "none"]))
            .MustEnd(1)
            .MustSay("There is no file or folder none; name what earlier runs left with --history-from.");
        (await build.RunAsync(["ImageHistory", .. image, "--image-tags", "1", "--history-count", "many"]))
            .MustEnd(1)
            .MustSay("--history-count: 'many' is no number of images");

        Assert.Equal(report, File.ReadAllText(build[$"artifacts/images/{build.Name}/slim-report.json"]));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Runs_of_this_machine_are_kept_and_shown_without_engine_and_registry(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        foreach (var bytes in new[] { 100_000, 300_000 })
        {
            Write(build, bytes);
            (await build.SlimAsync(["--scenarios", "cold,warm", "--allow-untested", "--download-size", $"{bytes}B"])).MustEnd(3);
        }
        build.Environment["DOCKER_HOST"] = "unix:///nowhere/docker.sock";

        var kept = $"artifacts/images/{build.Name}/run-history.json";
        (await build.RunAsync("ImageHistory")).MustEnd(0).MustSay($"runs kept in {kept} (linux/", "over budget", "download  ▁█", "warm");
        var runs = Assert.Single(History(build).Items("tags")).Items("images");
        Assert.Equal(["budgetExceeded", "budgetExceeded"], runs.Select(x => x.At("image.outcome")));
        Assert.True(runs[0].NumberAt("downloadChangeBytes") > 0 && runs.All(x => x.NumberAt("image.coldMilliseconds") > 0));
        Assert.Contains("<bdi>runs kept in", File.ReadAllText(build[$"artifacts/images/{build.Name}/report.html"]));

        // As a pipeline would keep them.
        Directory.Move(build["artifacts"], build["kept"]);
        (await build.RunAsync("ImageHistory")).MustEnd(0).MustSay($"{kept}", "no history: no run has measured the image here yet");
        (await build.RunAsync("ImageHistory", "--history-from", "kept")).MustEnd(0).MustSay("runs found in kept", "download  ▁█");
        (await build.RunAsync("ImageHistory", "--history-from", $"kept/images/{build.Name}/run-history.json", "--history-count", "1"))
            .MustEnd(0)
            .MustSay($"runs kept in kept/images/{build.Name}/run-history.json");
        Assert.Single(History(build).Items("tags")[0].Items("images"));
    }

    private static void Write(UserBuild build, int bytes)
    {
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nCOPY app /app\n");
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        build.Write("app/words", "");
        File.WriteAllBytes(build["app/words"], content);
    }

    private static JsonElement History(UserBuild build)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(build[$"artifacts/images/{build.Name}/image-history.json"]));
        return json.RootElement.Clone();
    }
}
