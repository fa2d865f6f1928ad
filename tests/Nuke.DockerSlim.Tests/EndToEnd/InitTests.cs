using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>InitSlimImage in a repository that never saw the package.</summary>
public sealed class InitTests
{
    [EngineTheory, OnBothStores]
    public async Task After_it_SlimImage_holds_the_image_against_limits(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write(
            "Dockerfile",
            $"FROM {StoreEngine.Base} AS check\nENV MARK={build.Name}\nRUN test -e /bin/sh\nFROM check\nCOPY note.txt /\n"
        );
        build.Write("note.txt", "one\n");
        build.Write(".nuke/parameters.json", "{\n    \"ForbidInImage\": [\"compiler\"]\n}\n");

        var first = await build.RunAsync("InitSlimImage");

        first
            .MustEnd(0)
            .MustSay("stage 1 (line 4) is the last one", "no stage is called test")
            .MustSay("changed .nuke/parameters.json: ImageRepository, ProductionStage,", "AllowUntested, BudgetLimits (2), SoftLimits (3)")
            .MustSay("wrote .github/workflows/slim-image.yml", "Next: ./build.sh SlimImage")
            .MustSay("wrote .dockerignore: it leaves out artifacts, .nuke/temp");
        var parameters = File.ReadAllText(build[".nuke/parameters.json"]);
        Assert.StartsWith("{\n    \"ForbidInImage\": [\"compiler\"],\n    \"ImageRepository\"", parameters, StringComparison.Ordinal);

        (await build.RunAsync("SlimImage", "--scenarios", "warm")).MustEnd(0).MustSay("within", $"{build.Name}: good");

        (await build.RunAsync("InitSlimImage"))
            .MustEnd(0)
            .MustSay("Nothing to do", "has limits; they are left as they are", "left .github/workflows/slim-image.yml as it is");
        Assert.Equal(parameters, File.ReadAllText(build[".nuke/parameters.json"]));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Several_Dockerfiles_are_declared_by_lines_to_copy(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(folder: $"{build.Name}-api");
        build.WriteImage(folder: $"{build.Name}-worker");

        (await build.RunAsync("InitSlimImage"))
            .MustEnd(0)
            .MustSay(
                "IEnumerable<ImageDefinition> IHazImages.Images =>",
                $"new(\"{build.Name}-api\") {{ BuildContext = \"{build.Name}-api\" }},"
            )
            .MustSay($"{build.Name}-api     download-size", $"{build.Name}-worker  unpacked-size");
        Assert.Contains($"{build.Name}-worker:unpacked-size=", File.ReadAllText(build[".nuke/parameters.json"]), StringComparison.Ordinal);
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task An_image_that_cannot_be_built_leaves_every_file_as_it_was(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "false");
        build.Write(".nuke/parameters.json", "{ }");

        (await build.RunAsync("InitSlimImage")).MustEnd(1).MustNotSay("changed .nuke");
        Assert.Equal("{ }", File.ReadAllText(build[".nuke/parameters.json"]));
        Assert.False(Directory.Exists(build[".github"]) || File.Exists(build[".dockerignore"]));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task One_that_is_interrupted_leaves_every_file_as_it_was(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: build.Sleep);
        build.Write(".dockerignore", "notes\n");
        await using var running = build.Start("InitSlimImage");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");
        Assert.Contains("artifacts", File.ReadAllText(build[".dockerignore"]), StringComparison.Ordinal);

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130);
        Assert.Equal("notes\n", File.ReadAllText(build[".dockerignore"]));
        Assert.False(Directory.Exists(build[".github"]));
    }

    [Fact]
    public async Task Without_a_Dockerfile_it_says_where_it_looked()
    {
        await using var build = UserBuild.WithoutEngine();

        (await build.RunAsync("InitSlimImage")).MustEnd(1).MustSay($"There is no Dockerfile in {build.Folder}", "--dockerfile FILE");
        (await build.RunAsync("SlimHelp")).MustEnd(0).MustSay("Limits: sizes in MB or MiB", "--download-size 80MB");
    }
}
