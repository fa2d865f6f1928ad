using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Reproducing;

namespace Nuke.DockerSlim.Tests.Reproducing;

public sealed class LineTraceTests
{
    private static readonly RepeatedLayer Copy = Layer(20, "/srv/app/dated");

    [Fact]
    public void The_line_of_the_stage_that_makes_a_file_of_the_name_is_the_one() =>
        Assert.Equal([4], Lines(Layer(3, "/out/other"), Layer(4, "/out/dated"), Layer(5, "/out/third")));

    [Fact]
    public void Without_a_name_in_common_any_of_them_may_be() => Assert.Equal([3, 5], Lines(Layer(5, "/out/x"), Layer(3, "/out/y")));

    [Fact]
    public void A_line_that_differs_in_times_alone_made_nothing() => Assert.Empty(Lines(Layer(4, "/out/dated") with { OnlyTimes = true }));

    [Fact]
    public void What_the_stage_copied_itself_is_followed_on_and_circles_end()
    {
        RepeatedStage[] stages =
        [
            new() { Stage = "build", Layers = [Layer(10, "/out/dated")] },
            new() { Stage = "deps", Layers = [Layer(2, "/lib/dated")] },
        ];
        // The last of them copies from nowhere, and in a circle.
        foreach (
            var last in (string[][])
                [
                    [],
                    ["build"],
                ]
        )
            Assert.Equal(
                [2],
                LineTrace.Of(
                    Copy,
                    stages,
                    x =>
                        x == 20 ? ["build"]
                        : x == 10 ? ["deps"]
                        : last
                )
            );
    }

    [Fact]
    public void A_layer_that_copies_from_no_stage_has_no_other_line()
    {
        Assert.Empty(LineTrace.Of(Copy, [new() { Stage = "build", Layers = [Layer(4, "/out/dated")] }], _ => []));
        Assert.Empty(
            LineTrace.Of(Copy with { Line = null }, [new() { Stage = "build", Layers = [Layer(4, "/out/dated")] }], _ => ["build"])
        );
    }

    private static IReadOnlyList<int> Lines(params RepeatedLayer[] layers) =>
        LineTrace.Of(Copy, [new RepeatedStage { Stage = "build", Layers = layers }], x => x == 20 ? ["build"] : []);

    private static RepeatedLayer Layer(int line, string path) =>
        new()
        {
            Layer = 0,
            Line = line,
            Files =
            [
                new()
                {
                    Path = path,
                    Differences = [RepeatedDifference.Content],
                    Cause = RepeatedCause.Unknown,
                },
            ],
        };
}
