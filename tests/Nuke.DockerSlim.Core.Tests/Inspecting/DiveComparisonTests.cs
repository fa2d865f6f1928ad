using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>
/// Our wasted bytes and efficiency beside dive's, of the same layers: docs/measuring.md, "Beside dive". dive's are reckoned here from what it does (0.13): it goes
/// through the leaves of each layer by their paths. A file weighs what its header says (a hard link nothing), the whiteout of a file nothing, that of a folder
/// what lay below. A path that is a leaf of two layers or more is wasted with all its weights; efficiency is the sum of each path's least weight over that of all.
/// </summary>
public sealed class DiveComparisonTests
{
    [Fact]
    public void A_file_that_is_overwritten_is_wasted_once_and_not_with_the_copy_that_is_kept()
    {
        AssertFigures(wasted: 1_000, efficiency: 1_200.0 / 2_200, ["a=1000x"], ["a=1200y"]);
        AssertDive(wasted: 2_200, efficiency: 1_000.0 / 2_200, ("a", [1_000, 1_200]));
    }

    [Fact]
    public void A_folder_that_one_whiteout_removes_is_wasted_with_all_that_was_in_it()
    {
        AssertFigures(wasted: 9_000, efficiency: 500.0 / 9_500, ["keep=500", "cache/x=4000", "cache/y=5000"], [".wh.cache"]);
        // The files and the folder are different paths: none is a leaf twice.
        AssertDive(wasted: 0, efficiency: 1, ("keep", [500]), ("cache/x", [4_000]), ("cache/y", [5_000]), ("cache", [9_000]));
    }

    [Fact]
    public void A_single_file_that_is_removed_is_the_same_in_both()
    {
        AssertFigures(wasted: 700, efficiency: 500.0 / 1_200, ["keep=500", "tmp/f=700"], ["tmp/.wh.f"]);
        AssertDive(wasted: 700, efficiency: 500.0 / 1_200, ("keep", [500]), ("tmp/f", [700, 0]));
    }

    [Fact]
    public void A_file_that_a_chown_copies_is_wasted_once()
    {
        AssertFigures(wasted: 3_000, efficiency: 0.5, ["app=3000x"], ["app=3000x"]);
        AssertDive(wasted: 6_000, efficiency: 0.5, ("app", [3_000, 3_000]));
    }

    [Fact]
    public void A_file_that_lives_on_under_another_name_is_not_wasted()
    {
        AssertFigures(wasted: 0, efficiency: 1, ["a=900", "b=>a"], [".wh.a"]);
        AssertDive(wasted: 900, efficiency: 0, ("a", [900, 0]), ("b", [0]));
    }

    [Fact]
    public void Together_they_differ_in_both_directions()
    {
        string[][] layers =
        [
            ["a=1000x", "cache/x=4000", "cache/y=5000", "tmp/f=700"],
            ["a=1200y", "tmp/.wh.f"],
            [".wh.cache"],
        ];
        AssertFigures(wasted: 10_700, efficiency: 1_200.0 / 11_900, layers);
        AssertDive(
            wasted: 2_900,
            efficiency: 19_000.0 / 20_900,
            ("a", [1_000, 1_200]),
            ("cache/x", [4_000]),
            ("cache/y", [5_000]),
            ("tmp/f", [700, 0]),
            ("cache", [9_000])
        );
    }

    private static void AssertFigures(long wasted, double efficiency, params string[][] layers)
    {
        var facts = ImageContents.Facts(TreeOf.Layers(layers), TreeOf.Sources([.. layers.Select(_ => (int?)1)]), gap: null);
        Assert.Equal((wasted, Math.Round(efficiency, 4)), (facts.Wasted.Bytes, facts.Efficiency));
    }

    /// <summary>dive's figures of the weights that a path has as a leaf, layer by layer.</summary>
    private static void AssertDive(long wasted, double efficiency, params (string Path, long[] Weights)[] leaves)
    {
        Assert.Equal(leaves.Length, leaves.DistinctBy(x => x.Path).Count());
        Assert.Equal(wasted, leaves.Where(x => x.Weights.Length > 1).Sum(x => x.Weights.Sum()));
        Assert.Equal(efficiency, (double)leaves.Sum(x => x.Weights.Min()) / leaves.Sum(x => x.Weights.Sum()));
    }
}
