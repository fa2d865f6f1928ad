using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class DockerfileTests
{
    [Theory]
    [InlineData("RUN a \\\n  && b", "1-2 RUN a && b")]
    [InlineData("RUN a \\\n  # said in between\n\n  && b\nRUN c", "1-4 RUN a && b|5-5 RUN c")]
    [InlineData("RUN a \\  \n  b", "1-2 RUN a b")]
    [InlineData("RUN a\\\\\nRUN b", "1-1 RUN a\\\\|2-2 RUN b")]
    [InlineData("RUN a \\\r\n  b\r\nRUN c\r\n", "1-2 RUN a b|3-3 RUN c")]
    [InlineData("\uFEFFRUN a\nRUN b", "1-1 RUN a|2-2 RUN b")]
    [InlineData("# escape=`\nRUN a `\n  b\nCOPY x c:\\\nRUN c", "2-3 RUN a b|4-4 COPY x c:\\|5-5 RUN c")]
    [InlineData("# syntax=docker/dockerfile:1\n#escape=`\n\nRUN a `\nb", "4-5 RUN a b")]
    [InlineData("# a comment\n# escape=`\nRUN a \\\nb", "3-4 RUN a b")]
    [InlineData("\n# nothing\n\n", "")]
    [InlineData("", "")]
    [InlineData("run a\nCopy b c", "1-1 run a|2-2 Copy b c")]
    [InlineData("RUN\ta", "1-1 RUN\ta")]
    [InlineData("RUN a \\", "1-1 RUN a")]
    public void Instructions_have_their_lines(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("RUN <<EOF\necho 1\nEOF\nRUN b", "1-3 RUN <<EOF (echo 1...)|4-4 RUN b")]
    [InlineData("RUN <<EOF\ncat <<INNER > /x\nEOF2\nINNER\nEOF\nRUN b", "1-5 RUN <<EOF (cat <<INNER > /x...)|6-6 RUN b")]
    [InlineData("RUN <<EOF\n EOF\nRUN not this\nEOF\nRUN b", "1-4 RUN <<EOF (EOF...)|5-5 RUN b")]
    [InlineData("RUN <<-EOF\n\tx\n\tEOF\nRUN b", "1-3 RUN <<-EOF (x...)|4-4 RUN b")]
    [InlineData("COPY <<A <<\"B\" /d/\na\nA\nb\nB\nRUN b", "1-5 COPY <<A <<\"B\" /d/|6-6 RUN b")]
    [InlineData("RUN cat <<X 3<<Y > /xy\nx\nX\ny\nY\nRUN b", "1-5 RUN cat <<X 3<<Y > /xy|6-6 RUN b")]
    [InlineData("RUN <<EOF\r\na\r\nEOF\r\nRUN b", "1-3 RUN <<EOF (a...)|4-4 RUN b")]
    [InlineData("RUN <<EOF\nEOF\nRUN b", "1-2 RUN <<EOF (...)|3-3 RUN b")]
    [InlineData("RUN <<EOF\nnever ended", "1-2 RUN <<EOF (never ended...)")]
    [InlineData("RUN echo \"<<EOF\" '<<EOF'\nRUN b", "1-1 RUN echo \"<<EOF\" '<<EOF'|2-2 RUN b")]
    [InlineData("RUN echo $((1<<2))\nRUN b", "1-1 RUN echo $((1<<2))|2-2 RUN b")]
    [InlineData("RUN cat <<< x\nRUN b", "1-1 RUN cat <<< x|2-2 RUN b")]
    [InlineData("ENV A=<<EOF\nRUN b", "1-1 ENV A=<<EOF|2-2 RUN b")]
    [InlineData("ONBUILD RUN <<EOF\na\nEOF\nRUN b", "1-3 ONBUILD RUN <<EOF|4-4 RUN b")]
    public void Heredocs_belong_to_their_instruction(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Fact]
    public void Stages_are_found_by_name_by_number_and_by_what_their_steps_go_by()
    {
        var dockerfile = Dockerfile.Parse("ARG X\nFROM a AS One\nFROM b\nFROM --platform=$BUILDPLATFORM c as three\n", []);
        Assert.Equal([0, 1, 2, 2, null, null], new[] { "one", "1", "THREE", null, "3", "-1" }.Select(dockerfile.Find));
        Assert.Equal([0, 1, null, null], new[] { "one", "stage-1", "1", null }.Select(dockerfile.FindOfStep));
        Assert.Equal(["One", "stage-1", "three"], Enumerable.Range(0, 3).Select(dockerfile.NameOf));
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
        Assert.Equal([0, 2, 3, 4, 6], dockerfile.Needed(6).Order());
        Assert.Equal([0, 2], dockerfile.Chain(2));
        Assert.Equal(
            (true, false, false, true),
            (dockerfile.HasImage(0), dockerfile.HasImage(2), dockerfile.HasImage(4), dockerfile.HasImage(6))
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
        Assert.Equal(expected, dockerfile.BaseOf(dockerfile.Find("p")!.Value));
    }

    [Fact]
    public void A_later_stage_of_the_same_name_is_seen_by_those_behind_it()
    {
        var dockerfile = Dockerfile.Parse("FROM a AS x\nFROM x AS y\nFROM b AS x\nFROM x AS z", []);
        Assert.Equal((0, 2), (dockerfile.BaseOf(1), dockerfile.BaseOf(3)));
    }

    private static string Shown(string text) =>
        string.Join('|', Dockerfile.Parse(text, []).Instructions.Select(x => $"{x.FirstLine}-{x.LastLine} {x.Text}"));
}
