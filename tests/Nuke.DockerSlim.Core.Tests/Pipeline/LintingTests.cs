using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class LintingTests : PipelineTest
{
    [Fact]
    public async Task What_the_checks_find_is_in_the_report_of_the_run()
    {
        await Pipeline.LintAsync(Work, default);
        await BuildAsync();
        Assert.Equal("R", Assert.Single(Measured.Findings).Rule);
    }

    [Fact]
    public async Task A_finding_that_is_an_error_fails_and_withholds_the_push()
    {
        Take(Work.Target.Definition with { ErrorRules = ["R"] });
        var failure = await Assert.ThrowsAsync<BudgetExceededException>(() => Pipeline.LintAsync(Work, default));
        await BuildAsync();
        RunConclusion.Write(Work, failure);
        Assert.Equal(ReportOutcome.PolicyFailed, Measured.Outcome);
        Assert.Contains("(R, line", PushGate.Objection(Measured, Work.Target.Definition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_the_builder_can_be_switched_off_and_our_own_are_found()
    {
        Take(Work.Target.Definition with { IgnoredRules = ["R"] });
        await File.WriteAllTextAsync(Work.Target.DockerfilePath, "FROM ghcr.io/acme/base AS production\nUSER 1000\n");
        await Pipeline.LintAsync(Work, default);
        var finding = Assert.Single(Work.LintFindings);
        Assert.Equal(("unpinned-base", "Dockerfile", 1), (finding.Rule, finding.File, finding.Line));
    }

    [Fact]
    public async Task What_lies_in_the_context_is_checked_too()
    {
        await File.WriteAllTextAsync(Work.Target.DockerfilePath, "FROM ghcr.io/acme/base:1 AS production\nCOPY . .\nUSER 1000\n");
        Directory.CreateDirectory(Path.Combine(Work.Target.ContextDirectory, ".git"));
        await Pipeline.LintAsync(Work, default);
        Assert.Equal(["R", "dockerignore-missing"], Work.LintFindings.Select(x => x.Rule).Order(StringComparer.Ordinal));

        await File.WriteAllTextAsync(Path.Combine(Work.Target.ContextDirectory, ".dockerignore"), "bin\n");
        await Pipeline.LintAsync(Work, default);
        Assert.Contains(
            Work.LintFindings,
            x =>
                x is { Rule: "dockerignore-misses", File: ".dockerignore", Line: null }
                && x.Message.StartsWith(".git ", StringComparison.Ordinal)
        );

        await File.AppendAllTextAsync(Path.Combine(Work.Target.ContextDirectory, ".dockerignore"), ".git\n");
        await Pipeline.LintAsync(Work, default);
        Assert.Equal("R", Assert.Single(Work.LintFindings).Rule);
    }

    [Fact]
    public async Task A_stage_that_is_mistyped_is_told_as_such_by_the_build_and_by_the_checks()
    {
        var failure = new BuildFailure
        {
            Kind = BuildFailureKind.BaseImage,
            Reason = "prodution: failed to resolve source metadata for docker.io/library/prodution:latest: no such host",
            Line = 7,
        };
        const string Sentence =
            "Dockerfile:7: the Dockerfile cannot be built: there is no stage 'prodution', and no image of that name was found; did you mean 'production'? The stages are test (line 1), production (line 5).";
        Ports.Build = step => FakePorts.Good(step) with { Failure = failure };
        var building = await Assert.ThrowsAsync<BuildFailedException>(BuildAsync);
        Assert.Equal((Sentence, SlimExitCode.Input), (building.Message, building.ExitCode));
        Ports.Asked = call =>
        {
            if (call == "check")
                throw new BuildFailedException("as the builder said it", failure);
        };
        var checking = await Assert.ThrowsAsync<BuildFailedException>(() => Pipeline.LintAsync(Work, default));
        Assert.Equal((Sentence, SlimExitCode.Input), (checking.Message, checking.ExitCode));
    }

    [Fact]
    public async Task Without_the_list_of_stages_the_builders_own_words_remain()
    {
        Ports.Asked = call =>
            throw (
                call == "check"
                    ? new BuildFailedException(
                        "as the builder said it",
                        new()
                        {
                            Kind = BuildFailureKind.BaseImage,
                            Reason = "prodution: failed to resolve source metadata for docker.io/library/prodution:latest: no such host",
                        }
                    )
                    : new EngineException("No engine.")
            );
        var e = await Assert.ThrowsAsync<BuildFailedException>(() => Pipeline.LintAsync(Work, default));
        Assert.StartsWith("Dockerfile: a base image cannot be resolved: prodution:", e.Message);
        Assert.Equal(SlimExitCode.Engine, e.ExitCode);
    }
}
