using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Images that are held against a git revision, which is built in the same run.</summary>
public sealed class BaselineRefTests
{
    [EngineTheory, OnBothStores]
    public async Task What_a_commit_adds_is_told_and_what_changes_nothing_is_not(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var repository = new TestRepository(build.Folder);
        await repository.InitAsync();
        build.Write(".gitignore", "artifacts/\n.nuke/\n");
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nRUN echo made > /made\nCOPY app /app\n");
        build.Write("app/words.txt", "first");
        var first = await repository.CommitAsync();

        string[] options = ["--allow-untested", "--scenarios", "cold,warm,edited", "--size-growth", "2%"];
        (await build.RunAsync(["SlimImage", .. options, "--baseline-ref", "HEAD"]))
            .MustEnd(0)
            .MustSay($"against   HEAD ({first[..8]}, built in turn with this)", $"baseline {first[..8]}");
        var delta = build.Report().Find("delta");
        Assert.All(delta.Items("measures").Where(x => x.At("unit") == "bytes"), x => Assert.Equal("same", x.At("kind")));
        Assert.Equal(("True", "0"), (delta.At("drift.sameInputs"), delta.At("drift.ownBytes")));
        foreach (var measure in delta.Items("measures").Where(x => x.At("name") is "coldBuild" or "warmBuild" or "editedBuild"))
            Assert.NotEqual(("more", "unknown"), (measure.At("kind"), measure.At("before")));

        var film = new byte[10_000_000];
        Random.Shared.NextBytes(film);
        File.WriteAllBytes(build["app/film"], film);
        await repository.CommitAsync();
        (await build.RunAsync(["SlimImage", .. options, "--baseline-ref", "HEAD~1"]))
            .MustEnd(3)
            .MustSay("download growth 10.0 MB exceeds", "+10.0 MB  line 4", "COPY app /app", "+10.0 MB  /app/film");
        Assert.Equal(first, build.Report().At("baseline.found"));
        Assert.Equal("", await repository.GitAsync("status", "--porcelain"));
        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(build[".nuke/temp/dockerslim"]),
            x => Path.GetFileName(x).StartsWith("baseline-", StringComparison.Ordinal)
        );
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_revision_that_does_not_build_is_no_baseline_and_an_unknown_one_is_an_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var repository = new TestRepository(build.Folder);
        await repository.InitAsync();
        build.WriteImage(production: "exit 7");
        await repository.CommitAsync();
        build.WriteImage();

        (await build.SlimAsync("--baseline-ref", "main", "--time-growth", "10%")).MustEnd(0).MustSay("no baseline in main: ");
        Assert.Equal("good", build.Report().At("outcome"));
        (await build.SlimAsync("--baseline-ref", "origin/main"))
            .MustEnd(1)
            .MustSay($"git knows no revision 'origin/main' in {build.Folder}; run git fetch");
    }
}
