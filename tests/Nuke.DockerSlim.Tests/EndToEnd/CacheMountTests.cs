using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A cold build starts with empty cache mounts, and yet the developer's own caches stay as they were.</summary>
public sealed class CacheMountTests
{
    [EngineTheory, OnBothStores]
    public async Task A_cold_build_neither_sees_nor_empties_the_developers_cache_mounts(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var mount = $"--mount=type=cache,target=/cache,id={build.Name}";
        await build.Engine.BuildAsync($"{build.Name}:own", $"FROM {StoreEngine.Base}\nRUN {mount} echo mine > /cache/own\n");
        build.WriteImage(production: $"{mount} test ! -e /cache/own && test ! -e /cache/cold && touch /cache/cold");

        (await build.RunAsync("SlimImage", "--scenarios", "cold")).MustEnd(0);
        (await build.RunAsync("SlimImage", "--scenarios", "cold")).MustEnd(0);

        await build.Engine.BuildAsync(
            $"{build.Name}:own",
            $"FROM {StoreEngine.Base}\nENV AGAIN=1\nRUN {mount} cat /cache/own && test ! -e /cache/cold\n"
        );
    }

    [EngineTheory, OnBothStores]
    public async Task All_that_the_builder_kept_for_the_developer_is_kept(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var mount = $"--mount=type=cache,target=/cache,id={build.Name}";
        // Two plus two is seen in the output only where the step really runs.
        build.WriteImage(production: $"{mount} echo {build.Name} ran $((2+2)) times && touch /cache/once");
        build.Write("src/main.sh", "main\n");
        build.Write(".dockerignore", ".nuke\nartifacts\n");
        File.AppendAllText(build["Dockerfile"], "COPY src /src\n");
        build.Write("other/Dockerfile", $"FROM {StoreEngine.Base}\nRUN {mount} echo {build.Name} other > /cache/other\n");
        Assert.Contains($"{build.Name} ran 4 times", await OwnBuildAsync(build, "."), StringComparison.Ordinal);
        await OwnBuildAsync(build, "other");
        var before = await KeptAsync(build);
        Assert.True(before.Count >= 3, string.Join('\n', before));

        (await build.RunAsync("BuildImage", "--scenarios", "cold,warm,edited", "--build-rounds", "2")).MustEnd(0);

        var after = await KeptAsync(build);
        Assert.Empty(before.Except(after));
        Assert.Equal("", build.Report().At("builds.cold.void") + build.Report().At("builds.edited.void"));
        Assert.DoesNotContain($"{build.Name} ran 4 times", await OwnBuildAsync(build, "."), StringComparison.Ordinal);
        await build.Engine.BuildAsync(
            $"{build.Name}:own",
            $"FROM {StoreEngine.Base}\nENV AGAIN=1\nRUN {mount} cat /cache/other && test -e /cache/once\n"
        );
    }

    // As a developer does: without a namespace, and without a name.
    private static async Task<string> OwnBuildAsync(UserBuild build, string folder)
    {
        var built = await DockerAsync(
            build,
            "buildx",
            "build",
            "--progress=plain",
            "--output",
            "type=cacheonly",
            Path.Combine(build.Folder, folder)
        );
        Assert.True(built.ExitCode == 0, built.Output);
        return built.Output;
    }

    /// <summary>What the builder keeps of the steps of this test: id, kind and size of each record.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync(UserBuild build)
    {
        var used = await DockerAsync(build, "buildx", "du", "--format", "json");
        Assert.True(used.ExitCode == 0, used.Output);
        return
        [
            .. used
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(x => x.StartsWith('{') && x.Contains(build.Name, StringComparison.Ordinal))
                .Select(x => JsonDocument.Parse(x).RootElement)
                .Select(x => $"{x.At("ID")} {x.At("Type")} {x.At("Size")}"),
        ];
    }

    private static Task<(int ExitCode, string Output)> DockerAsync(UserBuild build, params string[] arguments) =>
        Tool.RunAsync("docker", arguments, new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host });
}
