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
        Ports.Tags["acme/shop:latest"] = Samples.Digest('9');
        Ports.Recall = x => x.Digest == Samples.Digest('9') ? new(before, null) : new(null, "none");
        await JudgedAsync();

        Assert.True(await Pipeline.PushAsync(Work, default));

        var history = Assert.Single(Ports.Histories).Value!;
        Assert.Equal(["latest"], history.Tags.Keys);
        Assert.Equal([Manifest, Samples.Digest('9')], history.Of("latest").Select(x => x.Digest));
        Assert.Equal(Measured.Sizes!.Download, history.Image.Download);
        Assert.True(
            Ports.Calls.IndexOf($"recall acme/shop@{Samples.Digest('9')}")
                < Ports.Calls.FindIndex(x => x.StartsWith("move", StringComparison.Ordinal))
        );
        Assert.Null(Measured.Push.HistoryNote);
    }

    [Fact]
    public async Task Tags_of_one_image_are_asked_about_once_and_it_is_not_asked_about_again_when_it_is_pushed_again()
    {
        Ports.Tags["acme/shop:1"] = Ports.Tags["acme/shop:latest"] = Samples.Digest('9');
        await JudgedAsync();
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Equal([$"recall acme/shop@{Samples.Digest('9')}", $"recall acme/shop@{Manifest}"], Recalled);

        Ports.Calls.Clear();
        var before = Assert.Single(Ports.Histories).Value!;
        Ports.Recall = _ => new(before, null);
        Assert.True(await Pipeline.PushAsync(Work, default));

        Assert.Single(Recalled);
        Assert.Equal(Manifest, Assert.Single(Ports.Histories).Value!.Image.Digest);
    }

    [Fact]
    public async Task A_registry_that_does_not_tell_fails_nothing_and_is_said()
    {
        Ports.Tags["acme/shop:1"] = Samples.Digest('9');
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

    private IEnumerable<string> Recalled => Ports.Calls.Where(x => x.StartsWith("recall", StringComparison.Ordinal));

    private async Task JudgedAsync()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
    }
}
