using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Commenting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim.Tests.Workflows;

public sealed class StepOutputsTests
{
    [Fact]
    public void One_image_has_names_that_stand_alone() =>
        Assert.Equal(
            $"""
            outcome=good
            download-bytes=62112480
            unpacked-bytes=201386496
            digest={Samples.Digest('1').Value}
            cold-seconds=18.512
            warm-seconds=0.190
            edited-seconds=5.208
            report=orders-api.json
            reports=orders-api.json

            """.ReplaceLineEndings("\n"),
            Written(SampleReports.Good)
        );

    [Fact]
    public void Several_images_have_their_names_before_them()
    {
        var failed = SampleReports.TestsFailed with { Image = new() { Name = "a.b" } };
        var twin = failed with
        {
            Image = new() { Name = "a b" },
            Outcome = ReportOutcome.Good,
        };
        Assert.Equal(
            """
            outcome=testsFailed
            reports<<word
            a b.json
            a.b.json
            word
            a-b-outcome=good
            a-b-report=a b.json
            a-b-2-outcome=testsFailed
            a-b-2-report=a.b.json

            """.ReplaceLineEndings("\n"),
            Written(twin, failed)
        );
    }

    [Fact]
    public void A_void_build_and_what_was_not_measured_have_none()
    {
        var outputs = StepOutputs.Of([SampleReports.OverBudget with { Sizes = null, Push = new() }], _ => "x").Select(x => x.Key);
        Assert.Equal(["outcome", "cold-seconds", "edited-seconds", "report", "reports"], outputs);
    }

    [Theory]
    [InlineData("a\nword\nb=c")]
    [InlineData("xwordx")]
    public void A_value_that_holds_the_delimiter_is_refused(string value) =>
        Assert.Contains(
            "comment-url",
            Assert.Throws<InputException>(() => StepOutputs.Written([new(StepOutputs.CommentAddress, value)], "word")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a\nb", "x<<word\na\nb\nword\n")]
    [InlineData("a\rb=c", "x<<word\na\nb=c\nword\n")]
    [InlineData("a\u2028b", "x<<word\na\nb\nword\n")]
    [InlineData("a<<b", "x=a<<b\n")]
    public void A_value_of_several_lines_stands_between_two_delimiters(string value, string written) =>
        Assert.Equal(written, StepOutputs.Written([new("x", value)], "word"));

    [Fact]
    public void Hostile_reports_have_no_outputs_but_ours()
    {
        var hostile = new HostileText(seed: 601);
        for (var i = 0; i < 300; i++)
        {
            var report = HostileReport.Of(SampleReports.Good, _ => hostile.Next());
            foreach (var line in Written(report, SampleReports.Good).Split('\n'))
                Assert.Matches(
                    "^([A-Za-z_][A-Za-z0-9_-]*-)?(outcome|download-bytes|unpacked-bytes|digest|(cold|warm|edited)-seconds|report)=|^reports<<word$|^word$|json$|^$",
                    line
                );
        }
    }

    private static string Written(params ImageReport[] reports) =>
        StepOutputs.Written(StepOutputs.Of(reports, x => UntrustedText.OneLine(x.Image.Name) + ".json"), "word");
}
