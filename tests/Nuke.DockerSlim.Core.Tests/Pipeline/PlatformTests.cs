using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PlatformTests : PlatformTest
{
    [Fact]
    public async Task Each_platform_is_built_by_itself_under_a_name_of_its_own()
    {
        var built = new List<string>();
        Ports.Building = (target, step) => built.Add($"{string.Join(',', target.Definition.Platforms)} {step.Scenario} {step.Reference}");
        await AllBuiltAsync();
        Assert.Equal(
            [
                "linux/amd64 Cold acme/shop:dockerslim-linux-amd64",
                "linux/amd64 Warm acme/shop:dockerslim-linux-amd64",
                "linux/arm64 Cold acme/shop:dockerslim-linux-arm64",
                "linux/arm64 Warm acme/shop:dockerslim-linux-arm64",
            ],
            built
        );
        Assert.Single(Ports.Calls, "stages");
        // Whose whole is what copies and findings leave out.
        Assert.All(Work.Platforms, x => Assert.Equal(Work.Folder.Path, x.Folder.WholePath));
        Assert.Equal(1_500, Facts(Arm).Builds.Cold!.Milliseconds);
    }

    [Fact]
    public async Task The_one_with_the_largest_download_is_on_top_and_all_stand_side_by_side()
    {
        await AllMeasuredAsync();
        Assert.Equal([Amd, Arm], Measured.Platforms.Select(x => x.Platform));
        Assert.Equal((Arm, Manifests[Arm]), (Measured.Image.Platform, Measured.Image.Digest!.Value));
        Assert.Equal(Facts(Arm).Sizes, Measured.Sizes);
        Assert.True(Facts(Amd).Sizes!.Download.Bytes < Measured.Sizes!.Download.Bytes);
        Assert.Equal((Manifests[Amd], 1), (Facts(Amd).Digest!.Value, Facts(Amd).LayerCount));
        Assert.Equal(ReportOf(Amd).Sizes, Facts(Amd).Sizes);
        Assert.Equal("platforms/linux-amd64/slim-report.json", Facts(Amd).Report);
    }

    [Fact]
    public async Task Tests_run_where_they_can_and_are_said_not_to_have_run_elsewhere()
    {
        Take(Definition with { Platforms = [Arm, Amd] });
        await AllMeasuredAsync();
        Assert.Single(Ports.Calls, "build Test test");
        Assert.Equal((TestStatus.Passed, null), (Facts(Amd).Tests, Facts(Amd).TestsNote));
        Assert.Equal((TestStatus.NotRun, "cannot run here"), (Facts(Arm).Tests, Facts(Arm).TestsNote));
        Assert.Equal(TestStatus.Passed, Measured.Tests.Status);
        Assert.NotNull(Measured.Builds.Test);
    }

    [Fact]
    public async Task A_second_platform_that_could_run_is_said_to_be_left_out()
    {
        Ports.Runnable = [Amd, Arm];
        await AllMeasuredAsync();
        Assert.Equal("they run on linux/amd64 alone", Facts(Arm).TestsNote);
    }

    [Fact]
    public async Task Where_no_platform_can_run_tests_are_tried_and_a_foreign_program_is_no_failed_test()
    {
        Ports.Runnable = ["linux/s390x"];
        Ports.Build = x => x.Scenario == BuildScenario.Test ? Foreign(x) : FakePorts.Good(x);
        await AllMeasuredAsync();
        Assert.Equal((TestStatus.NotRun, "cannot run here"), (Facts(Amd).Tests, Facts(Amd).TestsNote));
        Judge();
        Assert.False(await Platforms.PushAsync(Work, default));
        Assert.StartsWith("no tests were run", Measured.Push.Withheld);
    }

    [Fact]
    public async Task A_failing_test_on_a_platform_that_runs_here_is_one_whatever_it_says()
    {
        Ports.Build = x => x.Scenario == BuildScenario.Test ? Foreign(x) : FakePorts.Good(x);
        await AllBuiltAsync();
        await Assert.ThrowsAsync<TestsFailedException>(() => Platforms.TestAsync(Work, new Progress<string>(), default));
        Assert.Equal(TestStatus.Failed, Measured.Tests.Status);
        Assert.Equal(TestStatus.Failed, Facts(Amd).Tests);
    }

    [Fact]
    public async Task Budgets_are_judged_for_each_and_the_sentence_names_the_platform()
    {
        await AllMeasuredAsync();
        var limit = Facts(Amd).Sizes!.Download;
        Take(
                Definition with
                {
                    Budget = new() { DownloadSize = limit, ColdBuild = TimeSpan.FromSeconds(9) },
                }
            )
            .Resume();
        var e = Assert.Throws<BudgetExceededException>(Judge);
        Assert.StartsWith("shop (linux/arm64): download size ", e.Message);
        Assert.DoesNotContain("amd64", e.Message);
        RunConclusion.Write(Work, e);
        Assert.Equal(ReportOutcome.BudgetExceeded, Measured.Outcome);
        Assert.Equal([Verdict.Within, Verdict.Exceeded], Measured.Platforms.Select(x => x.Budget[0].Verdict));
        Assert.Equal((Verdict.Exceeded, Arm), (Measured.Budget[0].Verdict, Measured.Budget[0].Platform));
        Assert.EndsWith("(linux/arm64)", ReportSentence.Of(Measured));
        Assert.Equal([ReportOutcome.Good, ReportOutcome.BudgetExceeded], [ReportOf(Amd).Outcome, ReportOf(Arm).Outcome]);
    }

    [Fact]
    public async Task The_worst_figure_of_a_limit_may_be_that_of_the_smaller_platform()
    {
        var platform = "";
        Ports.Building = (target, _) => platform = target.PlatformOfSeveral!;
        Ports.Build = x => FakePorts.Good(x) with { WallClock = TimeSpan.FromSeconds(platform == Amd ? 3 : 2) };
        Take(Definition with { Budget = new() { ColdBuild = TimeSpan.FromSeconds(2.5) } });
        await AllMeasuredAsync();
        var e = Assert.Throws<BudgetExceededException>(Judge);
        Assert.Equal("shop (linux/amd64): cold build 3.0 s exceeds 2.5 s by 0.50 s.", e.Message);
        Assert.Equal(Arm, Measured.Image.Platform);
        var cold = Measured.Budget.Single(x => x.Name == "ColdBuild");
        Assert.Equal((Amd, 3_000), (cold.Platform, cold.Actual));
    }

    [Fact]
    public async Task A_void_build_of_one_platform_does_not_satisfy_a_limit()
    {
        var platform = "";
        Ports.Building = (target, _) => platform = target.PlatformOfSeveral!;
        Ports.Build = x =>
            x.Scenario == BuildScenario.Cold && platform == Amd
                ? Samples.Outcome(x.Scenario, Samples.Step("[production 2/2] RUN make", cached: true))
                : FakePorts.Good(x);
        Take(Definition with { Budget = new() { ColdBuild = TimeSpan.FromHours(1) } });
        await AllMeasuredAsync();
        var e = Assert.Throws<BudgetExceededException>(Judge);
        Assert.StartsWith("shop (linux/amd64): cold build has a limit of", e.Message);
        RunConclusion.Write(Work, e);
        Assert.Equal(ReportOutcome.BudgetExceeded, Measured.Outcome);
    }

    [Fact]
    public async Task A_platform_that_cannot_be_built_fails_the_image_and_keeps_the_other_ones_figures()
    {
        var platform = "";
        Ports.Building = (target, _) => platform = target.PlatformOfSeveral!;
        Ports.Build = x => platform == Arm ? Foreign(x) : FakePorts.Good(x);
        var e = await Assert.ThrowsAsync<BuildFailedException>(AllBuiltAsync);
        RunConclusion.Write(Work, e);
        Assert.Equal(ReportOutcome.Failed, Measured.Outcome);
        Assert.Equal(1_500, Facts(Amd).Builds.Cold!.Milliseconds);
        Assert.Null(Facts(Arm).Builds.Cold);
    }

    [Fact]
    public async Task A_target_on_its_own_goes_on_with_the_platforms_of_the_report()
    {
        await AllBuiltAsync();
        Take(Definition with { Platforms = [] }).Resume();
        Assert.Equal([Amd, Arm], Work.Platforms.Select(x => x.Target.PlatformOfSeveral));
        await Platforms.MeasureAsync(Work, default);
        Assert.NotNull(Facts(Amd).Sizes);
    }

    [Fact]
    public async Task A_target_on_its_own_with_other_platforms_says_what_the_report_is_about()
    {
        await AllBuiltAsync();
        var e = Assert.Throws<InputException>(Take(Definition with { Platforms = [Arm] }).Resume);
        Assert.Equal(
            $"The report {Work.Folder.ReportFile} is about linux/amd64, linux/arm64, and --platforms names linux/arm64; run ./build.sh SlimImage with these platforms.",
            e.Message
        );
    }

    [Fact]
    public async Task A_run_for_one_platform_takes_away_what_was_left_of_several()
    {
        await AllBuiltAsync();
        Take(Definition with { Platforms = [] });
        await AllBuiltAsync();
        Assert.Empty(Measured.Platforms);
        Assert.False(Directory.Exists(Path.Combine(Work.Folder.Path, "platforms")));
        Assert.Equal(Local, Measured.Image.LocalReference);
    }

    [Fact]
    public async Task An_image_from_elsewhere_is_measured_for_each_platform()
    {
        Take(Definition with { MeasuredImage = "docker-daemon:acme/other:1", Budget = new() });
        Work.ResumeToMeasure(new ToolFacts { Engine = "28" });
        await Platforms.MeasureAsync(Work, default);
        Assert.Equal([Manifests[Amd], Manifests[Arm]], Measured.Platforms.Select(x => x.Digest!.Value));
        Assert.Equal("docker-daemon:acme/other:1", Measured.Image.Source);
    }

    [Fact]
    public async Task An_interrupted_run_takes_every_platforms_image_back()
    {
        await AllBuiltAsync();
        await Platforms.UndoAsync(Work);
        Assert.Contains("remove acme/shop:dockerslim-linux-amd64", Ports.Calls);
        Assert.Contains("remove acme/shop:dockerslim-linux-arm64", Ports.Calls);
    }

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", "Platforms names linux/amd64 2 times; name each platform once.")]
    [InlineData("linux/amd64", "amd64", "'amd64' is not a platform; write one such as linux/amd64 or linux/arm64.")]
    [InlineData("linux/arm64/v8", "linux/arm64", "Platforms names linux/arm64 2 times; name each platform once.")]
    public void Platforms_are_checked(string first, string second, string problem) =>
        Assert.Equal([problem], DefinitionChecks.Problems([Definition with { Platforms = [first, second] }]));

    private void Judge() => PlatformPipeline.Judge(Work);

    private static BuildOutcome Foreign(BuildStep step) =>
        Samples.Outcome(step.Scenario) with
        {
            Failure = new BuildFailure
            {
                Kind = BuildFailureKind.Step,
                Reason = "process \"/bin/sh -c make\" did not complete successfully: exit code: 255",
                Stage = step.Stage,
                Instruction = "RUN make",
                Output = ["exec /bin/sh: exec format error"],
            },
        };
}
