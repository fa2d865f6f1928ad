using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>What is forbidden in the image, on its way through the targets.</summary>
public sealed class PolicyTests : PipelineTest
{
    [Fact]
    public async Task Something_forbidden_fails_the_run_and_withholds_the_push()
    {
        Take(Work.Target.Definition with { ForbidInImage = ["shell", "root"] });
        await MeasuredAsync();
        var failure = Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        Assert.StartsWith("shop: The image runs as root, which is forbidden: its config names no user", failure.Message);
        Assert.EndsWith("End the production stage with USER and a number other than 0.", failure.Message);
        RunConclusion.Write(Work, failure);
        Assert.Equal(ReportOutcome.PolicyFailed, Measured.Outcome);
        Assert.Equal([("shell", Verdict.Within), ("root", Verdict.Exceeded)], Measured.Policies.Select(x => (x.Name, x.Verdict)));
        Assert.StartsWith("the image runs as root, which is forbidden", PushGate.Objection(Measured, Work.Target.Definition));
        Assert.False(await Pipeline.PushAsync(Work, default));
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("push", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Judging_anew_replaces_what_was_found()
    {
        Take(Work.Target.Definition with { ForbidInImage = ["root"] });
        await MeasuredAsync();
        Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));
        Assert.Single(Measured.Findings, x => x.Rule == "forbidden-root");
        var later = Take(Work.Target.Definition with { ForbidInImage = ["shell"] });
        later.Resume();
        ImagePipeline.Judge(later);
        Assert.DoesNotContain(Measured.Findings, x => x.Rule == "forbidden-root");
    }

    [Fact]
    public async Task What_was_not_judged_is_incomplete_and_is_not_pushed()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        var later = Take(Work.Target.Definition with { ForbidInImage = ["shell"] });
        later.Resume();
        RunConclusion.Write(later, null);
        Assert.Equal(ReportOutcome.Incomplete, Measured.Outcome);
        Assert.Equal(
            "what is forbidden in the image has not been checked; run ./build.sh CheckBudgets",
            PushGate.Objection(Measured, later.Target.Definition)
        );
    }
}
