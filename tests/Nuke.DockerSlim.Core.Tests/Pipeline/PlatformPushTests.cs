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
                "upload docker-daemon:acme/shop:dockerslim-linux-amd64 acme/shop:dockerslim-candidate-linux-amd64",
                "upload docker-daemon:acme/shop:dockerslim-linux-arm64 acme/shop:dockerslim-candidate-linux-arm64",
                $"index {Samples.Digest('a').Short} {Samples.Digest('b').Short} acme/shop",
                $"move acme/shop:1 {Samples.Digest('e').Short}",
                $"move acme/shop:latest {Samples.Digest('e').Short}",
            ],
            Ports.Calls.Where(x => x.Split(' ')[0] is "upload" or "index" or "move")
        );
        Assert.Equal((true, Samples.Digest('e')), (Measured.Push.Pushed, Measured.Push.Digest!.Value));
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal([Amd, Arm], Measured.Push.Proofs.Select(x => x.Platform));
        Assert.Equal(Manifests.Values, Measured.Push.Proofs.Select(x => x.Pushed));
        Assert.Equal((950, true), (Measured.Sizes!.Download.Bytes, Measured.Sizes.DownloadIsExact));
        Assert.Equal(350, Facts(Amd).Sizes!.Download.Bytes);
        Assert.Equal(["acme/shop:1", "acme/shop:latest"], Ports.Tags.Keys);
    }

    [Fact]
    public async Task Each_platforms_report_has_the_push_and_its_own_proof()
    {
        await JudgedAsync();
        await Platforms.PushAsync(Work, default);
        var push = ReportOf(Arm).Push;
        Assert.True(push.Pushed);
        Assert.Equal(Arm, Assert.Single(push.Proofs).Platform);
    }

    [Fact]
    public async Task A_platform_that_the_registry_refuses_leaves_every_tag_where_it_was()
    {
        await JudgedAsync();
        Ports.Upload = x =>
        {
            if (x.Tag == "dockerslim-candidate-linux-arm64")
                throw new EngineException("The registry refused.");
        };
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.Equal("The registry refused.", e.Message);
        Assert.DoesNotContain(Ports.Calls, x => x.Split(' ')[0] is "index" or "move");
        Assert.Equal((false, 0), (Measured.Push.Pushed, Measured.Push.Tags.Count));
    }

    [Fact]
    public async Task An_index_without_one_of_the_platforms_is_not_what_was_pushed()
    {
        await JudgedAsync();
        var held = Ports.Held;
        Ports.Held = x => x.Digest == Samples.Digest('e') ? Held(Amd) : held(x);
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.StartsWith($"acme/shop@{Samples.Digest('e')} holds another image than the one that was tested", e.Message);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("move", StringComparison.Ordinal));
        Assert.False(Measured.Push.Pushed);
    }

    [Fact]
    public async Task An_index_with_a_platform_too_many_is_not_what_was_pushed()
    {
        await JudgedAsync();
        var held = Ports.Held;
        Ports.Held = x => x.Digest == Samples.Digest('e') ? Held(Amd, Arm, Arm) : held(x);
        var e = await Assert.ThrowsAsync<EngineException>(() => Platforms.PushAsync(Work, default));
        Assert.StartsWith($"acme/shop@{Samples.Digest('e')} names 3 images, and 2 were measured and pushed", e.Message);
    }

    [Fact]
    public async Task One_platform_over_its_limit_keeps_all_from_the_registry()
    {
        await AllMeasuredAsync();
        Take(Definition with { Budget = new() { DownloadSize = Facts(Amd).Sizes!.Download } }).Resume();
        Assert.Throws<BudgetExceededException>(() => PlatformPipeline.Judge(Work));
        Assert.False(await Platforms.PushAsync(Work, default));
        Assert.EndsWith("(linux/arm64)", Measured.Push.Withheld);
        Assert.DoesNotContain(Ports.Calls, x => x.Split(' ')[0] is "upload" or "find");
    }

    private async Task JudgedAsync()
    {
        await AllMeasuredAsync();
        PlatformPipeline.Judge(Work);
    }
}
