using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Comparing;

public sealed class LineMatcherTests
{
    [Fact]
    public void A_line_that_moved_is_the_same_line() =>
        Holds(
            ["1 s FROM node", "2 s COPY . .", "3 s RUN npm ci"],
            ["1 s FROM node", "2 s RUN npm ci", "9 s COPY . ."],
            ["1=1", "3=2", "2=9"]
        );

    [Fact]
    public void Blanks_are_no_difference() => Holds(["4 s RUN npm   ci"], ["5 s RUN npm ci"], ["4=5"]);

    [Fact]
    public void A_line_that_was_edited_is_the_same_line() =>
        Holds(
            ["2 s RUN npm ci", "3 s RUN npm run build"],
            ["2 s RUN npm run build --if-present", "3 s RUN npm ci --omit=dev"],
            ["3=2", "2=3"]
        );

    [Fact]
    public void What_is_not_alike_is_new_and_gone() => Holds(["2 s RUN apt-get install -y curl"], ["2 s RUN make all"], ["-=2", "2=-"]);

    [Fact]
    public void Another_instruction_is_another_line_however_alike() => Holds(["2 s COPY a b"], ["2 s ADD a b"], ["-=2", "2=-"]);

    [Fact]
    public void A_stages_FROM_is_its_FROM_whatever_it_takes() =>
        Holds(["1 a FROM node:20 AS a", "5 b FROM debian AS b"], ["1 a FROM alpine AS a", "7 b FROM scratch AS b"], ["1=1", "5=7"]);

    [Fact]
    public void One_stage_that_was_renamed_is_the_same() =>
        Holds(["1 build FROM node AS build", "2 build RUN make"], ["1 builder FROM node AS builder", "2 builder RUN make"], ["1=1", "2=2"]);

    [Fact]
    public void A_line_that_went_to_another_stage_is_the_same() =>
        Holds(
            ["1 a FROM x AS a", "2 a RUN make", "5 b FROM y AS b"],
            ["1 a FROM x AS a", "5 b FROM y AS b", "6 b RUN make"],
            ["1=1", "5=5", "2=6"]
        );

    [Fact]
    public void Equal_lines_are_matched_in_their_order() =>
        Holds(["2 s RUN make", "3 s RUN make"], ["4 s RUN make", "5 s RUN make", "6 s RUN make"], ["2=4", "3=5", "-=6"]);

    [Fact]
    public void Nothing_is_matched_twice_among_lines_that_are_all_alike()
    {
        var before = Enumerable.Range(1, 60).Select(x => Line($"{x} s RUN step one two {x}")).ToArray();
        var after = Enumerable.Range(1, 60).Select(x => Line($"{x} s RUN step one two {x + 1000}")).ToArray();

        var pairs = LineMatcher.Match(before, after);

        Assert.Equal(60, pairs.Count);
        Assert.Equal(60, pairs.Select(x => x.Before!.Line).Distinct().Count());
    }

    [Fact]
    public void Ten_thousand_lines_that_say_the_same_are_all_found()
    {
        var before = Enumerable.Range(1, 10_000).Select(x => Line($"{x} s RUN make target{x % 50}")).ToArray();
        var after = before.Select(x => x with { Line = x.Line + 3 }).ToArray();

        Assert.All(LineMatcher.Match(before, after), x => Assert.Equal(x.Before!.Line + 3, x.After!.Line));
    }

    private static void Holds(string[] before, string[] after, string[] pairs) =>
        Assert.Equal(
            pairs,
            LineMatcher
                .Match([.. before.Select(Line)], [.. after.Select(Line)])
                .Select(x => $"{x.Before?.Line.ToString() ?? "-"}={x.After?.Line.ToString() ?? "-"}")
        );

    // "line stage instruction"
    private static LineFacts Line(string text)
    {
        var parts = text.Split(' ', 3);
        return new LineFacts
        {
            Line = int.Parse(parts[0]),
            LastLine = int.Parse(parts[0]),
            Stage = parts[1],
            Instruction = parts[2],
        };
    }
}
