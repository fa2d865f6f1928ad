using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Tests.Pages;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class FileMapTests
{
    [Fact]
    public void A_small_image_is_shown_whole() =>
        Assert.Equal(
            ["0 usr/", "1 lib/", "2 libc.so 70 @1", "1 bin/", "2 bash 50 @0", "0 a 10 @0"],
            Shown(FileMapBuilder.Of(TreeOf.Layers(["a=10", "usr/bin/bash=50"], ["usr/lib/libc.so=70"])))
        );

    [Fact]
    public void What_there_is_no_room_for_is_summed_up_by_folder_and_layer()
    {
        var map = FileMapBuilder.Of(
            TreeOf.Layers(["bin/large=900", "bin/a=3", "bin/b=4", "etc/x/one=1"], ["bin/c=5", "etc/x/two=1"]),
            most: 90
        );
        Assert.Equal(["0 1 others 1 @0", "0 1 others 1 @1", "0 bin/", "1 2 others 7 @0", "1 c 5 @1", "1 large 900 @0"], Shown(map));
        Assert.Equal((6, 914), (map.Files, map.Bytes));
    }

    [Fact]
    public void Of_several_names_of_one_content_the_sum_is_that_of_one()
    {
        var map = FileMapBuilder.Of(TreeOf.Layers(["a=100", "b=>a", "c->a"]));
        Assert.Equal((2, 100), (map.Files, map.Bytes));
        Assert.Equal(100, Sum(map));
    }

    [Fact]
    public void Files_that_a_later_layer_takes_away_are_not_there() =>
        Assert.Equal(["0 b 5 @0"], Shown(FileMapBuilder.Of(TreeOf.Layers(["a=100", "b=5"], [".wh.a"]))));

    [Fact]
    public void An_image_without_files_has_a_map_of_nothing() => Assert.Empty(FileMapBuilder.Of(TreeOf.Layers(["etc/"])).Nodes);

    [Theory]
    [InlineData(60_000, 6, FileMapBuilder.UsualBytes)]
    [InlineData(5_000, 3, 10_000)]
    [InlineData(5_000, 3, 100)]
    public void The_sums_are_exact(int count, int layers, int most)
    {
        var tree = ManyFiles.Tree(count, layers, seed: 1);
        var map = FileMapBuilder.Of(tree, most);
        Assert.Equal(tree.Files().Sum(x => x.Node.Content!.Bytes), Sum(map));
        Assert.Equal(Sum(map), map.Bytes);
        Assert.Equal(tree.Files().Count(), map.Files);
        Assert.Equal(
            map.Files,
            Nodes(map)
                .Sum(x =>
                    x.Name < 0 ? -x.Name
                    : x.Bytes >= 0 ? 1
                    : 0
                )
        );
        foreach (var layer in tree.Files().GroupBy(x => x.Node.Content!.Layer))
            Assert.Equal(
                layer.Sum(x => x.Node.Content!.Bytes),
                Nodes(map).Where(x => x.Bytes >= 0 && x.Layer == layer.Key).Sum(x => x.Bytes)
            );
    }

    [Fact]
    public void Paths_of_any_depth_are_taken()
    {
        var map = FileMapBuilder.Of(ManyFiles.Named(string.Concat(Enumerable.Repeat("a/", 100_000)) + "file"));
        Assert.Equal(10, Sum(map));
        Assert.InRange(Nodes(map).Max(x => x.Depth), 1, 70);
    }

    private static IReadOnlyList<string> Shown(FileMap map) =>
        [
            .. Nodes(map)
                .Select(x =>
                    $"{x.Depth} {(x.Name < 0 ? $"{-x.Name} others" : map.Names[(int)x.Name])}{(x.Bytes < 0 ? "/" : $" {x.Bytes} @{x.Layer}")}"
                ),
        ];

    private static long Sum(FileMap map) => Nodes(map).Where(x => x.Bytes >= 0).Sum(x => x.Bytes);

    private static IEnumerable<(long Depth, long Name, long Bytes, long Layer)> Nodes(FileMap map) =>
        map.Nodes.Chunk(FileMap.Stride).Select(x => (x[0], x[1], x[2], x[3]));
}
