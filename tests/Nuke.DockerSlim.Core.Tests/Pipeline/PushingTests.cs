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
        Assert.Equal([$"push docker-daemon:{Local} acme/shop:1", $"push docker-daemon:{Local} acme/shop:latest"], Pushes);
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
    public async Task The_reason_of_a_withheld_push_names_the_image_no_second_time()
    {
        await JudgedAsync();
        Work.Update(Work.Report with { Tests = new() });
        Assert.False(await Pipeline.PushAsync(Work, default));
        RunConclusion.Write(Work, new PushWithheldException("shop", Work.Report));
        Assert.StartsWith("shop: incomplete - not pushed: no tests were run", ReportSentence.Of(Measured));
    }

    [Fact]
    public async Task A_registry_that_fails_at_the_second_tag_leaves_the_first_in_report_and_message()
    {
        await JudgedAsync();
        Ports.Push = x => x.Tag == "1" ? true : throw new EngineException("The registry refused.");
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(
            ["The registry refused.", "    Moved before that, and not moved back: acme/shop:1."],
            e.Message.Split(Environment.NewLine)
        );
        Assert.Equal(["1"], Measured.Push.Tags);
        Assert.True(Measured.Push.Pushed);
    }

    [Fact]
    public async Task A_registry_that_fails_at_the_first_tag_has_moved_none()
    {
        await JudgedAsync();
        Ports.Push = _ => throw new EngineException("The registry refused.");
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal("The registry refused.", e.Message);
        Assert.Equal((false, 0), (Measured.Push.Pushed, Measured.Push.Tags.Count));
    }

    [Fact]
    public async Task Another_image_under_the_tag_is_an_error_that_names_the_moved_tag()
    {
        await JudgedAsync();
        Ports.Held = _ => Published(Samples.Digest('d'));
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith("acme/shop:1 holds another image than the one that was tested", e.Message);
        Assert.EndsWith("Moved before that, and not moved back: acme/shop:1.", e.Message);
        Assert.False(Measured.Push.Pushed);
        Assert.Null(Measured.Push.Digest);
        Assert.Equal(["1"], Measured.Push.Tags);
        Assert.Single(Pushes);
    }

    [Fact]
    public async Task A_second_tag_that_cannot_be_read_back_leaves_both_moved_and_not_proved()
    {
        await JudgedAsync();
        Ports.Held = x => x.Tag == "1" ? Published(Measured.Image.ConfigDigest!.Value) : throw new EngineException("The registry is gone.");
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.EndsWith("not moved back: acme/shop:1, acme/shop:latest.", e.Message);
        Assert.Equal(["1", "latest"], Measured.Push.Tags);
        Assert.Equal((false, null), (Measured.Push.Pushed, Measured.Push.Digest));
    }

    [Fact]
    public async Task A_tag_is_in_the_report_before_it_is_read_back()
    {
        await JudgedAsync();
        Ports.Held = _ => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(["1"], Measured.Push.Tags);
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
