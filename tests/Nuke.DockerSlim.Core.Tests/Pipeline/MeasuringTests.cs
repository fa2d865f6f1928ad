using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class MeasuringTests : PipelineTest
{
    [Fact]
    public async Task The_image_is_weighed_by_its_own_layers()
    {
        await MeasuredAsync();
        Assert.Equal($"save {Local}", Ports.Calls[^1]);
        Assert.Equal(("linux/amd64", Manifest), (Measured.Image.Platform, Measured.Image.Digest));
        Assert.Equal(2, Measured.Layers.Count);
        Assert.Equal(Measured.Layers.Sum(x => x.Unpacked.Bytes), Measured.Sizes!.Unpacked.Bytes);
        Assert.True(Measured.Sizes.DownloadIsExact);
    }

    [Fact]
    public async Task A_platform_that_was_not_built_is_an_error_of_the_engine()
    {
        Take(Work.Target.Definition with { Platforms = ["linux/arm64"] });
        await Assert.ThrowsAsync<EngineException>(MeasuredAsync);
        Assert.Null(Measured.Sizes);
    }

    [Fact]
    public async Task A_run_within_its_budget_is_good()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        RunConclusion.Write(Work, null);
        Assert.Equal((ReportOutcome.Good, null), (Measured.Outcome, Measured.Reason));
        Assert.Equal(Verdict.Within, Measured.Budget.Single(x => x.Name == "DownloadSize").Verdict);
    }

    [Fact]
    public async Task Every_overrun_is_said_at_once_and_written_down()
    {
        Take(
            Work.Target.Definition with
            {
                Budget = new()
                {
                    DownloadSize = new(10),
                    UnpackedSize = new(20),
                    ColdBuild = TimeSpan.FromSeconds(1),
                    WarmBuild = TimeSpan.FromHours(1),
                },
            }
        );
        await MeasuredAsync();
        var e = Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        var lines = e.Message.Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("shop: download size ", lines[0]);
        Assert.StartsWith("shop: unpacked size ", lines[1]);
        Assert.Equal("shop: cold build 1.5 s exceeds 1.0 s by 0.50 s.", lines[2]);
        RunConclusion.Write(Work, e);
        Assert.Equal((ReportOutcome.BudgetExceeded, lines[0]["shop: ".Length..]), (Measured.Outcome, Measured.Reason));
    }

    [Fact]
    public async Task A_target_on_its_own_goes_on_from_what_an_earlier_one_left()
    {
        await MeasuredAsync();
        var later = Take(Work.Target.Definition);
        Assert.Equal("", later.Report.Image.Name);
        later.Resume();
        ImagePipeline.Judge(later);
        Assert.NotNull(Measured.Sizes);
        Assert.NotEmpty(Measured.Budget);
    }

    [Fact]
    public void A_target_on_its_own_without_a_report_says_what_to_run()
    {
        var e = Assert.Throws<InputException>(Work.Resume);
        Assert.Equal(
            $"There is no report {Work.Folder.ReportFile} yet: run ./build.sh SlimImage, which measures the image and writes it.",
            e.Message
        );
    }

    [Fact]
    public async Task What_is_not_measured_is_incomplete()
    {
        await BuildAsync();
        RunConclusion.Write(Work, null);
        Assert.Equal(ReportOutcome.Incomplete, Measured.Outcome);
    }

    [Fact]
    public async Task What_is_not_tested_is_incomplete_unless_that_is_allowed()
    {
        await BuildAsync();
        await Pipeline.MeasureAsync(Work, default);
        ImagePipeline.Judge(Work);
        RunConclusion.Write(Work, null);
        Assert.Equal(ReportOutcome.Incomplete, Measured.Outcome);
        Take(Work.Target.Definition with { AllowUntested = true }).Resume();
        RunConclusion.Write(Work, null);
        Assert.Equal(ReportOutcome.Good, Measured.Outcome);
    }

    [Fact]
    public void A_run_that_took_up_nothing_leaves_no_report_and_no_change()
    {
        RunConclusion.Write(Work, null);
        Assert.False(File.Exists(Work.Folder.ReportFile));
        RunConclusion.Write(Work, new EngineException("No engine answers." + Environment.NewLine + "evidence"));
        Assert.Equal((ReportOutcome.Failed, "No engine answers."), (Measured.Outcome, Measured.Reason));
    }
}
