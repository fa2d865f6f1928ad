using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Dockerfiles;

public sealed class DockerfileTests
{
    [Fact]
    public void Stages_are_found_by_name_by_number_and_by_what_their_steps_go_by()
    {
        var dockerfile = Dockerfile.Parse("ARG X\nFROM a AS One\nFROM b\nFROM --platform=$BUILDPLATFORM c as three\n", []);
        Assert.Equal([0, 1, 2, 2, null, null], new[] { "one", "1", "THREE", null, "3", "-1" }.Select(x => dockerfile.Find(x)?.Index));
        Assert.Equal([0, 1, null, null], new[] { "one", "stage-1", "1", null }.Select(x => dockerfile.FindOfStep(x)?.Index));
        Assert.Equal(["One", "stage-1", "three"], dockerfile.Stages.Select(x => x.StepName));
    }

    [Fact]
    public void Stages_are_found_by_name_and_number_above_the_one_that_asks()
    {
        var text = Dockerfile.Parse(
            "FROM a AS one\nFROM one AS two\nCOPY --from=0 /x /y\nRUN --mount=type=bind,from=three true\nFROM b AS three\n",
            []
        );

        Assert.Equal("one", text.FindSource("ONE", text.Stages[2])?.Name);
        Assert.Equal("one", text.FindSource("0", text.Stages[1])?.Name);
        Assert.Null(text.FindSource("three", text.Stages[1]));
        Assert.Null(text.FindSource(null, text.Stages[1]));
        Assert.Equal([0, 1], text.Stages[1].Chain().Select(x => x.Index));
        Assert.Equal([0, 1], text.Needed(text.Stages[1]).Select(x => x.Index));
    }

    [Fact]
    public void A_stage_needs_what_it_is_built_from_copies_from_and_mounts()
    {
        var dockerfile = Dockerfile.Parse(
            """
            FROM node AS deps
            FROM deps AS test
            FROM deps AS builder
            FROM alpine AS tools
            FROM scratch
            COPY --from=tools /t /t
            FROM scratch AS unused
            FROM debian AS production
            COPY --chown=1:1 --from=Builder /a /a
            RUN --mount=type=cache,target=/x --mount=type=bind,from=4,target=/y true
            COPY --from=nginx:1 /n /n
            """,
            []
        );
        Assert.Equal([0, 2, 3, 4, 6], dockerfile.Needed(dockerfile.Stages[6]).Select(x => x.Index));
        Assert.Equal([0, 2], dockerfile.Stages[2].Chain().Select(x => x.Index));
        Assert.Equal(
            (true, false, false, true),
            (dockerfile.Stages[0].HasImage, dockerfile.Stages[2].HasImage, dockerfile.Stages[4].HasImage, dockerfile.Stages[6].HasImage)
        );
    }

    [Theory]
    [InlineData("ARG B=deps\nFROM x AS deps\nFROM $B AS p", "", 0)]
    [InlineData("ARG B=image\nFROM x AS deps\nFROM ${B} AS p", "B=deps", 0)]
    [InlineData("ARG B\nFROM x AS deps\nFROM ${B:-deps} AS p", "", 0)]
    [InlineData("ARG A=de\nARG B=${A}ps\nFROM x AS deps\nFROM \"$B\" AS p", "", 0)]
    [InlineData("ARG B=1\nFROM x AS deps\nFROM ${B:+deps} AS p", "", 0)]
    [InlineData("ARG B=image\nFROM x AS deps\nFROM $B AS p", "C=deps", null)]
    [InlineData("FROM x AS deps\nFROM $B AS p", "B=deps", null)]
    [InlineData("FROM p AS p", "", null)]
    public void A_stage_is_built_from_the_one_that_its_arguments_name(string text, string buildArg, int? expected)
    {
        var dockerfile = Dockerfile.Parse(text, [buildArg]);
        Assert.Equal(expected, dockerfile.Find("p")!.Below?.Index);
    }

    [Theory]
    [InlineData("ARG V=20\nFROM node:${V}-slim\n", "node:20-slim")]
    [InlineData("ARG V\nFROM node:${V:-18}\n", "node:18")]
    [InlineData("ARG V\nFROM node:$V\n", null)]
    [InlineData("ARG A=1\nARG B=${A}.2\nFROM x:$B\n", "x:1.2")]
    [InlineData("ARG V=20\nFROM node:${V:+lts}\n", "node:lts")]
    [InlineData("FROM --platform=$BUILDPLATFORM golang:1.23 AS builder\n", "golang:1.23")]
    public void Build_args_of_FROM_are_filled_in(string text, string? expected)
    {
        Assert.Equal(expected, Dockerfile.Parse(text, []).Stages[0].Base);
    }

    [Fact]
    public void A_given_build_arg_goes_before_the_default()
    {
        var text = Dockerfile.Parse("ARG V=20\nFROM node:$V AS a\n", ["V=22"]);

        Assert.Equal("node:22", text.Stages[0].Base);
    }

    [Fact]
    public void A_later_stage_of_the_same_name_is_seen_by_those_behind_it()
    {
        var dockerfile = Dockerfile.Parse("FROM a AS x\nFROM x AS y\nFROM b AS x\nFROM x AS z", []);
        Assert.Equal((0, 2), (dockerfile.Stages[1].Below?.Index, dockerfile.Stages[3].Below?.Index));
    }

    [Theory]
    // Without a colon an empty value is one.
    [InlineData("ARG V=\nFROM node:20${V-x}", "node:20")]
    [InlineData("ARG V=\nFROM node:20${V:-x}", "node:20x")]
    [InlineData("ARG V=\nFROM node:20${V+x}", "node:20x")]
    [InlineData("ARG V=\nFROM node:20${V:+x}", "node:20")]
    // A default may have names in it.
    [InlineData("ARG W=20\nFROM node:${V:-${W}-${X:-slim}}", "node:20-slim")]
    [InlineData("ARG V\nARG W=${V}20\nFROM node:$W", null)]
    [InlineData("ARG V\nARG W=${V}20\nFROM node${W:+:20}", "node:20")]
    [InlineData("FROM node:${V?wanted}", null)]
    [InlineData("FROM node:${V", null)]
    [InlineData("ARG V=20-slim\nFROM node:${V%-*}", null)]
    // Quotes, and what they keep as it is.
    [InlineData("ARG V='2'0\nFROM \"node:$V\"", "node:20")]
    [InlineData("ARG V=20\nARG W='$V'\nFROM node:$W", "node:$V")]
    [InlineData("ARG V=20&21;22\nFROM node:$V", "node:20&21;22")]
    [InlineData("ARG V=20\nFROM 'node:20'", "node:20")]
    [InlineData("ARG V=20\nFROM node:\\$V", "node:$V")]
    // The builder alone has a platform's parts; an undeclared arg has no value.
    [InlineData("FROM node-$TARGETARCH", null)]
    [InlineData("FROM node${TARGETARCH:+-arm}", "node-arm")]
    [InlineData("FROM node:$V", null)]
    public void Build_args_are_filled_in_as_BuildKit_does(string text, string? expected) =>
        Assert.Equal(expected, Dockerfile.Parse(text, []).Stages[0].Base);

    [Theory]
    [InlineData("ARG S\nFROM x AS deps\nFROM deps$S", 0)]
    [InlineData("FROM x AS deps\nFROM deps$S", 0)]
    [InlineData("FROM x AS deps\nFROM deps$TARGETARCH", null)]
    [InlineData("FROM x AS deps\nFROM 0", null)]
    [InlineData("FROM x AS deps\nFROM 'deps'", 0)]
    public void A_stage_is_found_below_by_its_name_alone(string text, int? expected) =>
        Assert.Equal(expected, Dockerfile.Parse(text, []).Stages[1].Below?.Index);

    [Fact]
    public void The_last_of_several_values_for_a_build_arg_counts() =>
        Assert.Equal("node:22", Dockerfile.Parse("ARG V\nFROM node:$V", ["V=20", "V=22", "W"]).Stages[0].Base);

    [Fact]
    public void A_text_that_nests_without_end_is_taken() =>
        Assert.Null(Dockerfile.Parse("FROM " + string.Concat(Enumerable.Repeat("${V:-", 200_000)), []).Stages[0].Base);
}
