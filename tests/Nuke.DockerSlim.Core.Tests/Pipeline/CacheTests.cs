using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>The writing of the cache: behind the builds, in a figure of its own.</summary>
public sealed class CacheTests : PipelineTest
{
    private static readonly CacheSurroundings Container = new() { Driver = "docker-container" };

    [Fact]
    public async Task The_cache_is_written_behind_the_builds_and_counts_in_none_of_them()
    {
        Take(Work.Target.Definition with { CacheTo = ["acme/cache"] });
        Work.UseCaches(Container);
        await BuildAsync();
        Assert.Equal(
            ["build Cold production", "build Warm production", "build CacheExport production"],
            Ports.Calls.Where(x => x.StartsWith("build", StringComparison.Ordinal))
        );
        Assert.NotNull(Measured.Builds.CacheExport);
        Assert.Single(Measured.Builds.Warm!.Rounds);
        Assert.Empty(Measured.Findings);
    }

    [Fact]
    public async Task A_cache_that_may_fail_to_be_written_says_why_it_did()
    {
        Take(Work.Target.Definition with { CacheTo = ["acme/cache"] });
        Work.UseCaches(Container with { MayBeReadOnly = true });
        Ports.Build = step =>
            step.ExportsCache
                ? Samples.Outcome(
                    step.Scenario,
                    new Vertex
                    {
                        Id = "1",
                        Name = "exporting cache to registry",
                        Error = "403 Forbidden",
                    }
                )
                : FakePorts.Good(step);
        await BuildAsync();
        var finding = Assert.Single(Measured.Findings);
        Assert.Equal("cache-not-used", finding.Rule);
        Assert.Equal("The cache was not written, which is no failure here (ignore-error=true): 403 Forbidden", finding.Message);
    }

    [Fact]
    public async Task What_is_left_out_is_in_the_report()
    {
        Take(Work.Target.Definition with { CacheTo = ["type=gha"] });
        var said = Assert.Single(Work.UseCaches(Container));
        await BuildAsync();
        Assert.Equal(said, Assert.Single(Measured.Findings).Message);
        Assert.Null(Measured.Builds.CacheExport);
    }
}
