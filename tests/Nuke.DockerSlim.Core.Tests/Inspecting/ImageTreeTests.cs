using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>Layers over layers: what is left, what is lost, and how.</summary>
public sealed class ImageTreeTests
{
    [Fact]
    public void A_file_of_a_later_layer_takes_the_place_of_an_earlier_one()
    {
        var tree = TreeOf.Layers(["a=10x", "b=5"], ["a=7y"]);

        Assert.Equal(["a 7 1", "b 5 0"], Files(tree));
        Assert.Equal(["a 10 Overwritten by 1 at a"], Lost(tree));
    }

    [Fact]
    public void The_same_content_again_was_only_touched()
    {
        Assert.Equal(["a 10 CopiedAgain by 1 at a"], Lost(TreeOf.Layers(["a=10x"], ["a=10x"])));
        Assert.Equal(["a 10 Overwritten by 0 at a"], Lost(TreeOf.Layers(["a=10x", "a=10x"])));
    }

    [Fact]
    public void A_whiteout_removes_files_and_folders_of_lower_layers_only()
    {
        var tree = TreeOf.Layers(["d/a=10", "d/e/b=20", "f=1"], ["d/.wh.e", ".wh.f", "f=2"], [".wh.d"]);

        Assert.Equal(["f 2 1"], Files(tree));
        Assert.Equal(["d/e/b 20 Removed by 1 at d/e", "f 1 Removed by 1 at f", "d/a 10 Removed by 2 at d"], Lost(tree));
    }

    [Fact]
    public void A_whiteout_behind_the_new_file_in_the_tar_is_about_the_lower_layer_all_the_same()
    {
        Assert.Equal(["f 2 1"], Files(TreeOf.Layers(["f=1"], ["f=2", ".wh.f"])));
    }

    [Fact]
    public void An_opaque_folder_hides_what_was_in_it()
    {
        var tree = TreeOf.Layers(["d/a=10", "d/b=20"], ["d/", "d/.wh..wh..opq", "d/c=3"]);

        Assert.Equal(["d/c 3 1"], Files(tree));
        Assert.Equal(30, tree.Lost.Sum(x => x.Content.Bytes));
        Assert.All(tree.Lost, x => Assert.Equal((WasteReason.Hidden, "d"), (x.Why, x.Root)));
    }

    [Fact]
    public void A_folder_that_something_else_replaces_is_lost()
    {
        Assert.Equal(["d/a 10 Replaced by 1 at d"], Lost(TreeOf.Layers(["d/a=10"], ["d->elsewhere"])));
        Assert.Equal(["d/a 10 Replaced by 1 at d"], Lost(TreeOf.Layers(["d/a=10"], ["d=1"])));
        Assert.Empty(Lost(TreeOf.Layers(["d/a=10"], ["d/", "d/b=1"])));
    }

    [Fact]
    public void Hard_links_share_their_content_until_the_last_is_gone()
    {
        var one = TreeOf.Layers(["a=10", "b=>a"], [".wh.a"]);
        var none = TreeOf.Layers(["a=10", "b=>a"], [".wh.a"], [".wh.b"]);

        Assert.Equal(["b 10 0"], Files(one));
        Assert.Empty(Lost(one));
        Assert.Equal(10, one.LayerBytes);
        Assert.Equal(["a 10 Removed by 2 at b"], Lost(none));
    }

    [Fact]
    public void What_leads_out_of_the_image_or_nowhere_is_left_out()
    {
        var tree = TreeOf.Layers(["../../etc/passwd=10", "a=>nowhere", ".wh.nothing", "x/.wh..wh..opq"]);

        Assert.Empty(Files(tree));
        Assert.Empty(tree.Lost);
    }

    [Fact]
    public void Layer_bytes_are_what_is_left_and_what_is_lost()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var layers = Enumerable
                .Range(0, random.Next(1, 6))
                .Select(_ => Enumerable.Range(0, random.Next(12)).Select(_ => Entry(random)).ToArray());
            var tree = TreeOf.Layers([.. layers]);
            var left = tree.Files().Select(x => x.Node.Content!).Distinct().Sum(x => x.Bytes);

            Assert.Equal(tree.LayerBytes, left + tree.Lost.Sum(x => x.Content.Bytes));
            Assert.Equal(tree.Lost.Count, tree.Lost.DistinctBy(x => x.Content).Count());
        }
    }

    private static string Entry(Random random)
    {
        var path = string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => "abc"[random.Next(3)]));
        var slash = path.LastIndexOf('/') + 1;
        return random.Next(8) switch
        {
            0 => path + "/",
            1 => $"{path}->x",
            2 => $"{path}=>{"abc"[random.Next(3)]}",
            3 => $"{path[..slash]}.wh.{path[slash..]}",
            4 => $"{path}/.wh..wh..opq",
            _ => $"{path}={random.Next(1, 50)}",
        };
    }

    private static IEnumerable<string> Files(ImageTree tree) =>
        tree.Files().Select(x => $"{x.Path} {x.Node.Content!.Bytes} {x.Node.Content.Layer}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lost(ImageTree tree) =>
        tree.Lost.Select(x => $"{x.Content.Path} {x.Content.Bytes} {x.Why} by {x.By} at {x.Root}");
}
