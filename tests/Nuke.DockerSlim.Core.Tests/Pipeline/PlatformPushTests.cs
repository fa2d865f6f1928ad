using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PlatformPushTests : PlatformTest
{
    [Fact]
    public async Task Every_platform_goes_first_and_then_one_index_under_every_tag()
    {
        await JudgedAsync();
        Assert.True(await Platforms.PushAsync(Work, default));
        Assert.Equal(
            [
                "push docker-daemon:acme/shop:dockerslim-linux-amd64 acme/shop:1-linux-amd64",
                "push docker-daemon:acme/shop:dockerslim-linux-arm64 acme/shop:1-linux-arm64",
                $"index {Samples.Digest('a').Short} {Samples.Digest('b').Short} acme/shop:1",
                $"index {Samples.Digest('a').Short} {Samples.Digest('b').Short} acme/shop:latest",
            ],
            Ports.Calls.Where(x => x.StartsWith("push", StringComparison.Ordinal) || x.StartsWith("index", StringComparison.Ordinal))
        );
        Assert.Equal((true, Samples.Digest('e')), (Measured.Push.Pushed, Measured.Push.Digest!.Value));
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal(["1-linux-amd64", "1-linux-arm64"], Measured.Platforms.Select(x => x.PushedTag));
        Assert.Equal((950, true), (Measured.Sizes!.Download.Bytes, Measured.Sizes.DownloadIsExact));
        Assert.Equal(350, Facts(Amd).Sizes!.Download.Bytes);
    }

    [Fact]
    public async Task A_platform_that_the_registry_refuses_leaves_every_tag_where_it_was()
    {
        await JudgedAsync();
        Ports.Push = x => x.Tag == "1-linux-arm64" ? throw new EngineException("The registry refused.") : true;
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.Equal("The registry refused.", e.Message);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("index", StringComparison.Ordinal));
        Assert.Equal((false, 0), (Measured.Push.Pushed, Measured.Push.Tags.Count));
        Assert.Equal("1-linux-amd64", Facts(Amd).PushedTag);
        Assert.Null(Facts(Arm).PushedTag);
    }

    [Fact]
    public async Task An_index_without_one_of_the_platforms_is_not_what_was_pushed()
    {
        await JudgedAsync();
        var held = Ports.Held;
        Ports.Held = x => x.Tag == "1" ? Held(Amd) : held(x);
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.StartsWith("acme/shop:1 holds another image than the one that was tested", e.Message);
        Assert.EndsWith("Moved before that, and not moved back: acme/shop:1.", e.Message);
        Assert.False(Measured.Push.Pushed);
    }

    [Fact]
    public async Task An_index_with_a_platform_too_many_is_not_what_was_pushed()
    {
        await JudgedAsync();
        var held = Ports.Held;
        Ports.Held = x => x.Tag == "1" ? Held(Amd, Arm, Arm) : held(x);
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.StartsWith("acme/shop:1 names 3 images, and 2 were measured and pushed.", e.Message);
    }

    [Fact]
    public async Task One_platform_over_its_limit_keeps_all_from_the_registry()
    {
        await AllMeasuredAsync();
        Take(Definition with { Budget = new() { DownloadSize = Facts(Amd).Sizes!.Download } }).Resume();
        Assert.Throws<BudgetExceededException>(() => PlatformPipeline.Judge(Work));
        Assert.False(await Platforms.PushAsync(Work, default));
        Assert.EndsWith("(linux/arm64)", Measured.Push.Withheld);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("push", StringComparison.Ordinal));
    }

    private async Task JudgedAsync()
    {
        await AllMeasuredAsync();
        PlatformPipeline.Judge(Work);
    }
}
