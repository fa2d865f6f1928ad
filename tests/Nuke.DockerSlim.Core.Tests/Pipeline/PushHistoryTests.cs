using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PushHistoryTests : PipelineTest
{
    [Fact]
    public async Task What_the_tags_stood_for_is_read_before_they_move_and_hung_on_the_image()
    {
        var before = new PushHistory
        {
            Image = new PastImage { Digest = Samples.Digest('9'), MeasuredAt = default },
        };
        Ports.Recall = x => x.Tag == "latest" ? new(before, null) : new(null, "none");
        await JudgedAsync();

        Assert.True(await Pipeline.PushAsync(Work, default));

        var history = Assert.Single(Ports.Histories).Value!;
        Assert.Equal(["latest"], history.Tags.Keys);
        Assert.Equal([Manifest, Samples.Digest('9')], history.Of("latest").Select(x => x.Digest));
        Assert.Equal(Measured.Sizes!.Download, history.Image.Download);
        Assert.True(
            Ports.Calls.IndexOf("recall acme/shop:latest") < Ports.Calls.FindIndex(x => x.StartsWith("move", StringComparison.Ordinal))
        );
        Assert.Null(Measured.Push.HistoryNote);
    }

    [Fact]
    public async Task A_registry_that_does_not_tell_fails_nothing_and_is_said()
    {
        Ports.Recall = _ => throw new EngineException("The registry is gone.\nmore");
        await JudgedAsync();

        Assert.True(await Pipeline.PushAsync(Work, default));

        Assert.Equal("The history of acme/shop:1 begins anew: The registry is gone.", Measured.Push.HistoryNote);
        Assert.Empty(Assert.Single(Ports.Histories).Value!.Tags);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_not_gone_on_from()
    {
        Ports.Recall = _ => new(null, "it was written by a newer version; update the package") { IsNewer = true };
        await JudgedAsync();

        Assert.True(await Pipeline.PushAsync(Work, default));

        Assert.Contains("begins anew: it was written by a newer version", Measured.Push.HistoryNote);
    }

    [Fact]
    public async Task Nothing_is_read_where_nothing_is_to_hang_there()
    {
        Take(Work.Target.Definition with { AttachReport = false });
        await JudgedAsync();

        Assert.True(await Pipeline.PushAsync(Work, default));

        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("recall", StringComparison.Ordinal));
        Assert.Empty(Ports.Histories);
    }

    private async Task JudgedAsync()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
    }
}
