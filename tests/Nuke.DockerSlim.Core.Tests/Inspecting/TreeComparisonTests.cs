using System.Globalization;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class TreeComparisonTests
{
    [Fact]
    public void Files_are_added_changed_and_removed_by_their_path()
    {
        var facts = Compare(
            [
                ["same=5", "grown=20y", "new=7", "other=9b"],
            ],
            [
                ["same=5", "grown=10x", "old=4", "other=9a"],
            ]
        );

        Assert.Equal((41, 28, 13), (facts.Live.Bytes, facts.ComparedLive.Bytes, facts.Delta.Bytes));
        Assert.Equal((7, 10, 4), (facts.Added.Bytes, facts.Changed.Bytes, facts.Removed.Bytes));
        Assert.Equal(["/grown +10 in 1", "/new +7 in 1", "/old -4 in 1", "/other +0 in 1"], facts.Paths.Select(Text));
    }

    [Fact]
    public void Equal_images_differ_in_nothing_however_they_are_layered()
    {
        var facts = Compare(
            [
                ["a=5"],
                ["b=6"],
                [".wh.c"],
            ],
            [
                ["a=9x", "b=6", "c=1"],
                ["a=5", ".wh.c"],
            ]
        );
        Assert.Equal((0, 0, 0, 0), (facts.Delta.Bytes, facts.Added.Bytes, facts.Changed.Bytes, facts.Removed.Bytes));
        Assert.Empty(facts.Paths);
        Assert.Empty(facts.Brought);
        Assert.Empty(facts.Gone);
    }

    [Fact]
    public void Hard_links_count_once_under_the_first_name()
    {
        var facts = Compare(
            [
                ["b=10", "a=>b"],
            ],
            [
                ["b=10"],
            ]
        );
        Assert.Equal((0, 10, 10), (facts.Delta.Bytes, facts.Added.Bytes, facts.Removed.Bytes));
    }

    [Fact]
    public void A_layer_brings_what_it_added_or_changed()
    {
        var facts = Compare(
            [
                ["base=100"],
                ["app=30y", "new=5"],
                ["none/"],
            ],
            [
                ["base=100"],
                ["app=20x", "tool=60"],
            ]
        );
        Assert.Equal(["1: 35"], facts.Brought.Select(Text));
        Assert.Equal(["1: 80"], facts.Gone.Select(Text));
        Assert.Equal(facts.Delta.Bytes, facts.Brought.Sum(x => x.Content.Bytes) - facts.Gone.Sum(x => x.Content.Bytes));
        Assert.Equal([null, 12, 12], facts.Paths.OrderBy(x => x.Delta.Bytes).Select(x => x.Line));
    }

    [Fact]
    public void Folders_are_parted_down_to_where_the_change_is()
    {
        string[] gone =
        [
            .. Enumerable.Range(0, 50).Select(x => $"usr/lib/gcc/f{x}=100"),
            .. Enumerable.Range(0, 10).Select(x => $"usr/share/doc/p{x}/copyright=10"),
            "usr/bin/gcc=2000",
            "usr/bin/tar=10",
        ];
        var facts = Compare(
            [
                ["app/main.js=40"],
            ],
            [gone]
        );
        Assert.Equal(
            ["/usr/lib/gcc/ -5000 in 50", "/usr/bin/gcc -2000 in 1", "/usr/share/ -100 in 10", "/app/ +40 in 1", "/usr/bin/tar -10 in 1"],
            facts.Paths.Select(Text)
        );
        Assert.Equal(0, facts.OtherDelta.Bytes);
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_told_with_what_was_below()
    {
        var facts = Compare(
            [
                ["d=7"],
            ],
            [
                ["d/a=10", "d/b=20"],
            ]
        );
        Assert.Equal(["/d/ -23 in 3"], facts.Paths.Select(Text));
        Assert.Equal((7, 30), (facts.Added.Bytes, facts.Removed.Bytes));
    }

    [Fact]
    public void Whatever_differs_the_sums_are_the_difference()
    {
        var random = new Random(20260722);
        for (var round = 0; round < 200; round++)
        {
            var facts = Compare(Image(random), Image(random));
            Assert.Equal(facts.Delta, facts.Live - facts.ComparedLive);
            Assert.Equal(facts.Delta, facts.Added + facts.Changed - facts.Removed);
            Assert.Equal(facts.Delta.Bytes, facts.Paths.Sum(x => x.Delta.Bytes) + facts.OtherDelta.Bytes);
            Assert.Equal(facts.Delta.Bytes, facts.Brought.Sum(x => x.Content.Bytes) - facts.Gone.Sum(x => x.Content.Bytes));
            Assert.All(facts.Paths, x => Assert.Equal(x.Delta, x.Added + x.Changed - x.Removed));
            Assert.True(facts.Paths.Count <= 20);
        }
    }

    private static string[][] Image(Random random) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Enumerable
                        .Range(0, 30)
                        .Select(_ => $"{Name(random)}/{Name(random)}/f{random.Next(5)}")
                        .Distinct()
                        .Select(x =>
                            random.Next(6) == 0 ? x.Insert(x.LastIndexOf('/') + 1, ".wh.") : $"{x}={random.Next(50)}{Name(random)}"
                        )
                        .ToArray()
                ),
        ];

    private static string Name(Random random) => ((char)('a' + random.Next(4))).ToString();

    private static ComparisonFacts Compare(string[][] now, string[][] before) =>
        TreeComparison.Facts(TreeOf.Layers(now), TreeOf.Layers(before), x => 11 + x, Layer, Layer);

    private static ComparedLine Layer(int number) => new() { Layer = number, Content = default };

    private static string Text(ComparedPath path) =>
        string.Create(CultureInfo.InvariantCulture, $"{path.Path} {(path.Delta.Bytes >= 0 ? "+" : "")}{path.Delta.Bytes} in {path.Files}");

    private static string Text(ComparedLine line) => $"{line.Layer}: {line.Content.Bytes}";
}
