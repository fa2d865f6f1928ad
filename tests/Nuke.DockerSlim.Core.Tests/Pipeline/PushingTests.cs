using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PushingTests : PipelineTest
{
    [Fact]
    public async Task Every_tag_is_pushed_and_the_report_holds_what_the_registry_says()
    {
        await JudgedAsync();
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Equal([$"push {Local} acme/shop:1", $"push {Local} acme/shop:latest"], Pushes);
        Assert.True(Measured.Push.Pushed);
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal(Samples.Digest('e'), Measured.Push.Digest);
        Assert.Equal((550, true), (Measured.Sizes!.Download.Bytes, Measured.Sizes.DownloadIsExact));
    }

    [Fact]
    public async Task What_stands_against_it_keeps_everything_from_the_registry()
    {
        await JudgedAsync();
        Work.Update(Work.Report with { Tests = new() { Status = TestStatus.Failed } });
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.Empty(Pushes);
        Assert.Equal((false, "the tests failed"), (Measured.Push.Pushed, Measured.Push.Withheld));
    }

    [Theory]
    [InlineData(ReportOutcome.TestsFailed, SlimExitCode.TestsFailed)]
    [InlineData(ReportOutcome.BudgetExceeded, SlimExitCode.BudgetExceeded)]
    [InlineData(ReportOutcome.Incomplete, SlimExitCode.Input)]
    public void A_withheld_push_exits_with_what_withheld_it(ReportOutcome outcome, SlimExitCode code)
    {
        var e = new PushWithheldException(
            "shop",
            new()
            {
                Outcome = outcome,
                Push = new() { Withheld = "the tests failed" },
            }
        );
        Assert.Equal(("shop was not pushed: the tests failed.", code), (e.Message, e.ExitCode));
    }

    [Fact]
    public async Task A_registry_that_fails_at_the_second_tag_leaves_the_first_in_the_report()
    {
        await JudgedAsync();
        Ports.Push = x => x.Tag == "1" ? Published(Measured.Image.ConfigDigest!.Value) : throw new EngineException("The registry refused.");
        await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(["1"], Measured.Push.Tags);
        Assert.True(Measured.Push.Pushed);
    }

    [Fact]
    public async Task Another_image_under_the_tag_is_an_error_and_no_push()
    {
        await JudgedAsync();
        Ports.Push = _ => Published(Samples.Digest('d'));
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith("acme/shop:1 holds another image than the one that was tested", e.Message);
        Assert.False(Measured.Push.Pushed);
        Assert.Single(Pushes);
    }

    [Fact]
    public async Task A_download_that_is_over_budget_only_exactly_fails_after_the_push()
    {
        // The estimate held, the registry knows better: 550 bytes.
        await JudgedAsync();
        Take(Work.Target.Definition with { Budget = new() { DownloadSize = new(500) } }).Resume();
        Work.Update(Work.Report with { Sizes = Work.Report.Sizes! with { Download = new(10) } });
        ImagePipeline.Judge(Work);
        await Assert.ThrowsAsync<BudgetExceededException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
    }

    private IEnumerable<string> Pushes => Ports.Calls.Where(x => x.StartsWith("push", StringComparison.Ordinal));

    private async Task JudgedAsync()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
    }
}
