using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Comparing;

public sealed class PathDeltasTests
{
    [Fact]
    public void What_is_new_gone_larger_and_smaller_is_told_the_most_first() =>
        Holds(
            [("/a", 100), ("/b", 50), ("/c", 10), ("/same", 7)],
            [("/a", 130), ("/c", 5), ("/d", 200), ("/same", 7)],
            ["/d 0 200", "/b 50 0", "/a 100 130", "/c 10 5"]
        );

    [Fact]
    public void A_folder_is_left_out_where_one_thing_in_it_explains_it() =>
        Holds([("/", 1_000), ("/app/", 500), ("/app/x", 100)], [("/", 1_900), ("/app/", 1_400), ("/app/x", 1_000)], ["/app/x 100 1000"]);

    [Fact]
    public void A_folder_is_told_where_many_things_in_it_grew() =>
        Holds(
            [("/app/", 500), ("/app/x", 100), ("/app/y", 100)],
            [("/app/", 700), ("/app/x", 200), ("/app/y", 200)],
            ["/app/ 500 700", "/app/x 100 200", "/app/y 100 200"]
        );

    [Fact]
    public void What_a_full_list_does_not_hold_may_have_been_as_large_as_its_least()
    {
        var before = Enumerable.Range(0, ContentsFacts.MostPaths).Select(x => ($"/f{x}", 1_000L + x)).ToArray();
        // The least goes, so that all below the next but one may still be there.
        (string, long)[] after = [.. before.Skip(1), ("/new", 5_000)];

        Holds(before, after, ["/new - 5000"]);
    }

    [Fact]
    public void Nothing_is_said_of_reports_that_list_none() => Assert.Empty(PathDeltas.Of(new(), new()));

    [Fact]
    public void The_line_is_the_one_that_brings_it()
    {
        var delta = Assert.Single(PathDeltas.Of(Report([("/a", 1)]), Report([("/a", 2)])));

        Assert.Equal(7, delta.Line);
    }

    private static void Holds((string, long)[] before, (string, long)[] after, string[] told) =>
        Assert.Equal(
            told,
            PathDeltas.Of(Report(before), Report(after)).Select(x => $"{x.Path} {x.Before?.ToString() ?? "-"} {x.After?.ToString() ?? "-"}")
        );

    private static ImageReport Report((string Path, long Bytes)[] paths) =>
        new()
        {
            Contents = new()
            {
                Files = 1,
                Live = default,
                Wasted = default,
                Efficiency = 1,
                Paths =
                [
                    .. paths
                        .OrderByDescending(x => x.Bytes)
                        .Select(x => new FileFacts
                        {
                            Path = x.Path,
                            Content = new(x.Bytes),
                            Layer = 0,
                            Line = 7,
                        }),
                ],
            },
        };
}
