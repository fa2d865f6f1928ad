using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A root folder as build context, all of which is copied: the run's own files are in it.</summary>
public sealed class OutputsInContextTests
{
    private const string Rule = "outputs-in-context";

    [EngineTheory, OnBothStores]
    public async Task A_warm_build_that_cannot_be_warm_says_what_to_ignore_and_then_is(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS test\nRUN echo {build.Name}\nFROM test AS production\nCOPY . /all\n");

        (await build.RunAsync("BuildImage", "--scenarios", "cold,warm")).MustEnd(0);

        var finding = Assert.Single(build.Report().Items("findings"), x => x.At("rule") == Rule);
        Assert.Equal(("Dockerfile", "4"), (finding.At("file"), finding.At("line")));
        Assert.Equal("Add to a new .dockerignore in the build context: artifacts/images, .nuke/temp", finding.At("fix"));
        Assert.NotEqual("", build.Report().At("builds.warm.void"));

        build.Write(".dockerignore", string.Join('\n', finding.At("fix").Split(": ")[1].Split(", ")));
        (await build.RunAsync("BuildImage", "--scenarios", "cold,warm")).MustEnd(0);

        Assert.DoesNotContain(build.Report().Items("findings"), x => x.At("rule") == Rule);
        Assert.Equal(("", "2"), (build.Report().At("builds.warm.void"), build.Report().At("builds.warm.cachedSteps")));
    }
}
