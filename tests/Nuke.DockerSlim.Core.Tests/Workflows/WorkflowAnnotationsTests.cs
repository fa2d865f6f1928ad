using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Commenting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim.Tests.Workflows;

public sealed class WorkflowAnnotationsTests
{
    [Fact]
    public void A_limit_is_laid_to_the_line_that_grew_most() =>
        Assert.Equal(
            [
                "::error file=repo/samples/orders-api/Dockerfile,line=33,title=orders-api%3A download growth::"
                    + "orders-api: download growth 9.9 MB exceeds 1.0 MB by 8.9 MB; most of it by line 33, +10.0 MB.",
            ],
            Of(SampleReports.Grown)
        );

    [Fact]
    public void A_slow_build_is_laid_to_its_slowest_line_and_a_size_to_the_heaviest_of_its_own()
    {
        var report = SampleReports.Good with
        {
            Budget =
            [
                SampleReports.Limit("ColdBuild", 1_000, 18_512, Verdict.Exceeded, "milliseconds"),
                SampleReports.Limit("EditedBuild", 1_000, 5_208, Verdict.Exceeded, "milliseconds"),
                SampleReports.Limit("UnpackedSize", 1_000, 201_386_496, Verdict.Exceeded),
            ],
        };
        Assert.Equal(["line=7,", "line=21,", "line=33,"], Of(report).Select(x => x.Split(',')[1] + ","));
    }

    [Fact]
    public void A_soft_limit_and_one_that_noise_explains_are_warnings()
    {
        var report = SampleReports.Good with
        {
            Budget =
            [
                SampleReports.Limit("UnpackedSize", 1_000, 201_386_496, Verdict.Exceeded) with
                {
                    IsSoft = true,
                },
                SampleReports.Limit("ColdBuild", 18_000, 18_512, Verdict.Inconclusive, "milliseconds"),
            ],
        };
        Assert.All(Of(report), x => Assert.StartsWith("::warning ", x));
        Assert.Contains("(a soft limit)", Of(report)[0]);
        Assert.Equal(2, Of(report).Count);
    }

    [Fact]
    public void Findings_and_failed_tests_are_remarks_and_what_is_good_to_know_is_none()
    {
        var report = SampleReports.OverBudget with
        {
            Budget = [],
            Tests = SampleReports.TestsFailed.Tests,
            Findings =
            [
                .. SampleReports.OverBudget.Findings,
                new()
                {
                    Rule = "x",
                    Severity = FindingSeverity.Info,
                    Message = "good to know",
                },
            ],
        };
        Assert.Equal(
            [
                "::error title=orders-api%3A tests::orders-api: 2 of 24 tests failed: order totals > adds the tax once; api > GET /orders answers 200",
                "::error file=repo/samples/orders-api/Dockerfile,line=1,title=orders-api%3A root-user::the image runs as root",
                "::warning file=repo/samples/orders-api/Dockerfile,line=12,title=orders-api%3A layer-order::"
                    + "COPY . . stands before npm ci, so every edit of a source file installs all packages again. "
                    + "Fix: copy package.json and package-lock.json first, run npm ci, then copy the rest",
            ],
            Of(report)
        );
    }

    [Fact]
    public void More_than_GitHub_shows_are_counted_on_one_last_line()
    {
        var report = SampleReports.Good with
        {
            Findings =
            [
                .. Enumerable.Range(1, 25).Select(x => Found(FindingSeverity.Warning, x)),
                .. Enumerable.Range(1, 11).Select(x => Found(FindingSeverity.Error, x)),
            ],
        };
        var lines = Of(report);
        Assert.Equal(10, lines.Count(x => x.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(x => x.StartsWith("::warning ", StringComparison.Ordinal)));
        Assert.Equal("::notice title=Nuke.DockerSlim::1 error and 15 warnings more, in the report.", lines[^1]);
        Assert.Equal(21, lines.Count);
    }

    [Fact]
    public void What_two_images_share_is_said_once()
    {
        var report = SampleReports.Good with { Findings = [Found(FindingSeverity.Warning, 1)] };
        Assert.Single(Of(report, report));
    }

    [Fact]
    public void No_hostile_text_makes_a_line_or_a_command_of_its_own()
    {
        var hostile = new HostileText(seed: 600);
        var report = SampleReports.OverBudget with { Tests = SampleReports.TestsFailed.Tests };
        for (var i = 0; i < 300; i++)
            foreach (var line in WorkflowAnnotations.Of([HostileReport.Of(report, _ => hostile.Next())], x => x))
            {
                Assert.DoesNotContain(line, x => char.IsControl(x));
                Assert.Matches("^::(error|warning|notice)( [^:]*)?::", line);
                Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void A_good_image_has_none() => Assert.Empty(Of(SampleReports.Good));

    private static IReadOnlyList<string> Of(params ImageReport[] reports) => WorkflowAnnotations.Of(reports, x => "repo/" + x);

    private static Finding Found(FindingSeverity severity, int line) =>
        new()
        {
            Rule = "rule",
            Severity = severity,
            File = "Dockerfile",
            Line = line,
            Message = "a message",
        };
}
