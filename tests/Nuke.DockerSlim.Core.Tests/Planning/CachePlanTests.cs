using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Planning;

public sealed class CachePlanTests
{
    private static readonly CacheSurroundings Container = new() { Driver = "docker-container", HasActionsCache = true };
    private static readonly CacheSurroundings Classic = new() { Store = "overlay2" };
    private static readonly CacheSurroundings Containerd = new() { Store = "containerd" };

    [Theory]
    [InlineData("type=registry,ref=a:b", "type=registry,ref=a:b,mode=max")]
    [InlineData("type=local,dest=c", "type=local,dest=c,mode=max")]
    [InlineData("type=gha", "type=gha,mode=max")]
    [InlineData("type=s3,region=x,bucket=y", "type=s3,region=x,bucket=y,mode=max")]
    [InlineData("type=azblob,account_url=x", "type=azblob,account_url=x,mode=max")]
    [InlineData("type=gha,mode=min", "type=gha,mode=min")]
    [InlineData("type=inline", "type=inline")]
    [InlineData("type=registry,ref=acme/cache:{image}", "type=registry,ref=acme/cache:shop,mode=max")]
    public void The_results_of_all_stages_are_written_unless_it_is_said_otherwise(string cache, string expected) =>
        Assert.Equal([expected], To(Container, cache).To);

    [Fact]
    public void What_a_token_may_not_write_fails_no_build_of_a_fork()
    {
        var fork = Container with { MayBeReadOnly = true };
        Assert.Equal(["type=registry,ref=a,mode=max,ignore-error=true"], To(fork, "a").To);
        Assert.Equal(["type=gha,mode=max,ignore-error=true"], To(fork, "type=gha").To);
        Assert.Equal(["type=gha,ignore-error=false,mode=max"], To(fork, "type=gha,ignore-error=false").To);
        Assert.Equal(["type=local,dest=a,mode=max"], To(fork, "type=local,dest=a").To);
    }

    [Theory]
    [InlineData("type=registry,ref=acme/cache:shop", "type=registry,ref=acme/cache:shop-linux-arm64,mode=max")]
    [InlineData("type=registry,ref=localhost:5000/cache", "type=registry,ref=localhost:5000/cache:latest-linux-arm64,mode=max")]
    [InlineData("type=local,dest=.cache", "type=local,dest=.cache-linux-arm64,mode=max")]
    [InlineData("type=gha", "type=gha,scope=buildkit-linux-arm64,mode=max")]
    [InlineData("type=s3,region=x,bucket=y,name=n", "type=s3,region=x,bucket=y,name=n-linux-arm64,mode=max")]
    [InlineData("type=azblob,account_url=x", "type=azblob,account_url=x,name=buildkit-linux-arm64,mode=max")]
    [InlineData("type=inline", "type=inline")]
    public void Each_of_several_platforms_has_a_cache_of_its_own(string cache, string expected) =>
        Assert.Equal([expected], CachePlan.Of(Arm(to: [cache]), Container).To);

    [Fact]
    public void A_platform_reads_its_own_cache_and_then_the_one_that_is_named() =>
        Assert.Equal(
            ["type=local,src=.cache-linux-arm64", "type=local,src=.cache", "type=registry,ref=a@sha256:0"],
            CachePlan.Of(Arm(from: ["type=local,src=.cache", "type=registry,ref=a@sha256:0"]), Container).From
        );

    [Theory]
    [InlineData("type=registry,ref=a")]
    [InlineData("type=local,dest=a")]
    [InlineData("type=s3,region=x,bucket=y")]
    public void The_classic_store_writes_no_cache_but_into_the_image(string cache)
    {
        var message = Assert.Throws<InputException>(() => To(Classic, cache)).Message;
        Assert.StartsWith("shop: the engine's own builder cannot write a cache of type=", message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Switch the engine to the containerd store (\"features\": {\"containerd-snapshotter\": true} in daemon.json), or build with a builder of its own: docker buildx create --use --driver docker-container.",
            message
        );
        Assert.Equal(["type=inline"], To(Classic, "type=inline").To);
    }

    [Fact]
    public void An_engine_has_no_cache_in_clouds()
    {
        Assert.Equal(
            "shop: the engine's own builder has no cache of type=s3, only registry, local, gha and inline; build with a builder of its own: docker buildx create --use --driver docker-container.",
            Assert.Throws<InputException>(() => To(Containerd, "type=s3,region=x,bucket=y")).Message
        );
        Assert.Single(To(Containerd, "type=registry,ref=a").To);

        var read = CachePlan.Of(Targets.Of(Targets.Shop with { CacheFrom = ["type=azblob,account_url=x", "a"] }), Containerd);
        Assert.Equal(["type=registry,ref=a"], read.From);
        Assert.Equal(
            [
                "--cache-from type=azblob is left out: the engine's own builder reads registry, local and gha; build with a builder of its own: docker buildx create --use --driver docker-container.",
            ],
            read.Notes
        );
    }

    [Fact]
    public void GitHubs_cache_is_left_out_aloud_where_the_step_has_no_token()
    {
        var plan = CachePlan.Of(Targets.Of(Targets.Shop with { CacheFrom = ["type=gha"], CacheTo = ["type=gha", "type=inline"] }), Classic);
        Assert.Empty(plan.From);
        Assert.Equal(["type=inline"], plan.To);
        Assert.Equal(
            [
                "--cache-from type=gha is left out: ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set, and a step with run: does not get them; add a step with uses: crazy-max/ghaction-github-runtime before it.",
                "--cache-to type=gha is left out: ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are not set, and a step with run: does not get them; add a step with uses: crazy-max/ghaction-github-runtime before it.",
            ],
            plan.Notes
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL")]
    [InlineData(true, "ACTIONS_RUNTIME_TOKEN", "ACTIONS_CACHE_URL")]
    [InlineData(false, "ACTIONS_RUNTIME_TOKEN")]
    [InlineData(false, "ACTIONS_RESULTS_URL")]
    public void The_environment_says_whether_there_is_GitHubs_cache(bool expected, params string[] variables) =>
        Assert.Equal(expected, CacheSurroundings.Of(x => variables.Contains(x) ? "set" : null, isFork: false).HasActionsCache);

    [Fact]
    public void Forks_and_Dependabot_may_have_a_token_that_only_reads()
    {
        Assert.True(CacheSurroundings.Of(_ => null, isFork: true).MayBeReadOnly);
        Assert.True(CacheSurroundings.Of(x => x == "GITHUB_ACTOR" ? "dependabot[bot]" : null, isFork: false).MayBeReadOnly);
        Assert.False(CacheSurroundings.Of(x => x == "GITHUB_ACTOR" ? "somebody" : null, isFork: false).MayBeReadOnly);
    }

    private static CachePlan To(CacheSurroundings around, string cache) =>
        CachePlan.Of(Targets.Of(Targets.Shop with { CacheTo = [cache] }), around);

    private static BuildTarget Arm(string[]? from = null, string[]? to = null) =>
        Targets
            .Of(Targets.Shop with { Platforms = ["linux/amd64", "linux/arm64"], CacheFrom = from ?? [], CacheTo = to ?? [] })
            .ForPlatform("linux/arm64");
}
