using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A cold build starts with empty cache mounts, and yet the developer's own stay filled.</summary>
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
}
