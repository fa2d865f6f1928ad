using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Judging;

/// <summary>What is forbidden in an image, and what is in it.</summary>
public sealed class PolicyJudgeTests
{
    private static readonly ImageReport Clean = new()
    {
        Image = new() { Dockerfile = "src/Dockerfile" },
        Contents = SampleContents.Contents,
        Surface = new() { User = "1000:1000" },
        Lines =
        [
            Line("build", 1, "FROM node AS build"),
            Line("build", 2, "USER root"),
            Line("production", 4, "FROM debian AS production"),
            Line("production", 5, "RUN true"),
        ],
    };

    [Fact]
    public void What_is_in_it_is_told_with_path_layer_and_line_and_is_an_error_of_that_line()
    {
        var report = Clean with
        {
            Surface = Clean.Surface! with
            {
                Found = [Item("compiler", "/usr/bin/gcc", 2, 31, false), Item("shell", "/bin/sh", 0, 29, true), Item("shell", "/bin/x", 1)],
            },
        };
        var verdicts = PolicyJudge.Judge(["shell", "compiler", "setuid", "shell"], report);
        Assert.Equal(
            [("shell", Verdict.Exceeded), ("compiler", Verdict.Exceeded), ("setuid", Verdict.Within)],
            verdicts.Select(x => (x.Name, x.Verdict))
        );
        Assert.Equal(
            "The image has a shell, which is forbidden: /bin/sh (layer 0 of the base image, line 29), and 1 more.",
            verdicts[0].Message
        );
        Assert.Equal("The image has a compiler or build tool, which is forbidden: /usr/bin/gcc (layer 2, line 31).", verdicts[1].Message);
        var findings = PolicyJudge.Findings(verdicts, report).ToArray();
        Assert.Equal(
            [("forbidden-shell", "src/Dockerfile", 29), ("forbidden-compiler", "src/Dockerfile", 31)],
            findings.Select(x => (x.Rule, x.File, x.Line ?? 0))
        );
        Assert.All(findings, x => Assert.Equal((FindingSeverity.Error, true), (x.Severity, x.Fix!.EndsWith('.'))));
    }

    [Theory]
    [InlineData("", "its config names no user (line 4).")]
    [InlineData("0:1000", "its config names the user '0:1000' (line 4).")]
    [InlineData("root", "its config names the user 'root' (line 4).")]
    [InlineData("000", "its config names the user '000' (line 4).")]
    public void Whoever_runs_as_root_is_root(string user, string ending)
    {
        var verdict = Assert.Single(PolicyJudge.Judge(["root"], Clean with { Surface = new() { User = user } }));
        Assert.Equal(Verdict.Exceeded, verdict.Verdict);
        Assert.EndsWith(ending, verdict.Message!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("10")]
    [InlineData("node:root")]
    [InlineData("nonroot")]
    public void Others_are_not(string user) =>
        Assert.Equal(Verdict.Within, PolicyJudge.Judge(["root"], Clean with { Surface = new() { User = user } })[0].Verdict);

    [Fact]
    public void The_line_of_root_is_the_stage_s_last_USER()
    {
        var report = Clean with
        {
            Surface = new() { User = "root" },
            Lines = [.. Clean.Lines, Line("production", 7, "USER app"), Line("production", 9, "user root")],
        };
        Assert.Equal(9, Assert.Single(PolicyJudge.Findings(PolicyJudge.Judge(["root"], report), report)).Line);
    }

    [Fact]
    public void What_could_not_be_looked_into_is_not_taken_to_be_clean()
    {
        var unread = PolicyJudge.Judge(["shell", "root"], Clean with { Surface = null, Contents = null });
        Assert.All(unread, x => Assert.Equal(Verdict.NotMeasured, x.Verdict));
        Assert.Equal("Whether the image has a shell could not be told: its layers could not be looked into.", unread[0].Message);
        var damaged = Clean with { Contents = SampleContents.Contents with { Gap = "Layer 1: it breaks off." } };
        Assert.Equal(
            "Whether the image has a shell could not be told: not all of it could be looked into (Layer 1: it breaks off).",
            Assert.Single(PolicyJudge.Judge(["shell"], damaged)).Message
        );
        Assert.Equal(2, PolicyJudge.Findings(unread, Clean).Count());
    }

    private static SurfaceItem Item(string kind, string path, int layer, int? line = null, bool? fromBase = null) =>
        new()
        {
            Kind = kind,
            Path = path,
            Layer = layer,
            Line = line,
            FromBase = fromBase,
        };

    private static LineFacts Line(string stage, int line, string instruction) =>
        new()
        {
            Stage = stage,
            Line = line,
            LastLine = line,
            Instruction = instruction,
        };
}
