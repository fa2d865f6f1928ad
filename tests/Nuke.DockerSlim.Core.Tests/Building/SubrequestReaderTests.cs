using System.Text.Json;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class SubrequestReaderTests
{
    [Fact]
    public void A_stage_without_a_name_goes_by_its_number()
    {
        var stages = SubrequestReader.Stages("""{"targets":[{"base":"node:20"},{"name":"x","base":"scratch","default":true}]}""");
        Assert.Equal([("0", "node:20", 0, false), ("x", "scratch", 0, true)], stages.Select(x => (x.Name, x.Base, x.Line, x.IsDefault)));
    }

    [Fact]
    public void A_recorded_check_has_its_rule_line_and_explanation() =>
        Assert.Equal(
            [
                new Finding
                {
                    Rule = "JSONArgsRecommended",
                    Severity = FindingSeverity.Warning,
                    File = "Dockerfile.naive",
                    Line = 9,
                    Message = "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals",
                    Fix = "See https://docs.docker.com/go/dockerfile/rule/json-args-recommended/",
                },
            ],
            SubrequestReader.Findings(Recordings.Output("classic/call-check-naive"), "Dockerfile.naive")
        );

    [Fact]
    public void A_check_without_findings_has_none() =>
        Assert.Empty(SubrequestReader.Findings(Recordings.Output("containerd/call-check"), "Dockerfile"));

    [Fact]
    public void A_finding_may_lack_all_but_its_description()
    {
        var finding = Assert.Single(SubrequestReader.Findings("""{"warnings":[{"description":"d"}]}""", "Dockerfile"));
        Assert.Equal(("BuildCheck", "d", null, null), (finding.Rule, finding.Message, finding.Line, finding.Fix));
    }

    [Fact]
    public void What_keeps_a_Dockerfile_from_being_built_is_told_with_its_line()
    {
        var failure = SubrequestReader.BuildError(
            """{"warnings":null,"buildError":{"message":"dockerfile parse error on line 3: unknown instruction: RUNN","location":{"ranges":[{"start":{"line":3},"end":{"line":3}}]}}}"""
        );
        Assert.Equal((BuildFailureKind.Dockerfile, 3), (failure!.Kind, failure.Line));
        Assert.Equal("dockerfile parse error on line 3: unknown instruction: RUNN", failure.Reason);
        Assert.Null(SubrequestReader.BuildError(Recordings.Output("classic/call-check")));
    }

    [Theory]
    [InlineData("""{"targets":[5,null,{"name":5,"base":[],"location":5}],"warnings":[{"location":{"ranges":[{"start":{"line":"x"}}]}}]}""")]
    [InlineData("""{"targets":[{"location":{"ranges":[{"start":5}]}}],"warnings":[{"location":{"ranges":5}}]}""")]
    public void Members_of_another_kind_count_as_missing(string json)
    {
        Assert.Equal(("0", "", 0), Assert.Single(SubrequestReader.Stages(json).Select(x => (x.Name, x.Base, x.Line))));
        Assert.Null(Assert.Single(SubrequestReader.Findings(json, "Dockerfile")).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("#1 resolving")]
    public void What_is_no_answer_is_said(string json)
    {
        Assert.ThrowsAny<JsonException>(() => SubrequestReader.Stages(json));
        Assert.ThrowsAny<JsonException>(() => SubrequestReader.Findings(json, "Dockerfile"));
    }
}
