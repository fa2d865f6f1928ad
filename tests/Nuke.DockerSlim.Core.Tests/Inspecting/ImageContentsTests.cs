using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>Figures of what is in an image.</summary>
public sealed class ImageContentsTests
{
    [Fact]
    public void Live_and_wasted_bytes_are_of_contents_and_the_kept_copy_is_not_waste()
    {
        var facts = ImageContents.Facts(
            TreeOf.Layers(["big=600", "d/a=100", "d/b=100", "e=>big"], ["big=500"], [".wh.d"]),
            TreeOf.Sources(null, 4, 7),
            gap: null
        );

        Assert.Equal((2, 1_100L, 200L), (facts.Files, facts.Live.Bytes, facts.Wasted.Bytes));
        Assert.Equal(0.8462, facts.Efficiency);
        var waste = Assert.Single(facts.Waste);
        Assert.Equal(("/d/", 200L, "removed", (int?)null, 7), (waste.Path, waste.Content.Bytes, waste.Why, waste.Line, waste.ByLine ?? 0));
        Assert.Equal([0, 2], waste.Layers);
        Assert.Equal(["/e 600 0 ", "/big 500 1 4"], facts.Largest.Select(x => $"{x.Path} {x.Content.Bytes} {x.Layer} {x.Line}"));
    }

    [Fact]
    public void An_image_without_files_is_as_good_as_can_be()
    {
        var facts = ImageContents.Facts(TreeOf.Layers([]), TreeOf.Sources(1), gap: "only part");

        Assert.Equal((0, 1.0, "only part"), (facts.Files, facts.Efficiency, facts.Gap));
    }

    [Fact]
    public void Equal_files_under_several_paths_are_duplicates_and_hard_links_are_not()
    {
        var facts = ImageContents.Facts(
            TreeOf.Layers(["a=5000x", "d/b=5000x", "c=5000y", "l=>a", "s1=10x", "s2=10x"], ["e=5000x"]),
            TreeOf.Sources(1, 2),
            gap: null
        );

        var duplicate = Assert.Single(facts.Duplicates);
        Assert.Equal((5_000L, 3), (duplicate.Content.Bytes, duplicate.Copies));
        Assert.Equal(["/a", "/d/b", "/e"], duplicate.Paths.Select(x => x == "/l" ? "/a" : x).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_is_named_where_its_bytes_part()
    {
        var facts = ImageContents.Facts(
            TreeOf.Layers(["app/node_modules/a/x=400", "app/node_modules/b/x=400", "app/dist/x=100"]),
            TreeOf.Sources(3),
            null
        );

        Assert.Equal(
            ["/app/node_modules/", "/app/node_modules/a/", "/app/node_modules/b/", "/app/dist/"],
            facts.Folders.Select(x => x.Path)
        );
    }

    [Fact]
    public void Names_that_are_no_UTF8_are_shown_byte_for_byte()
    {
        Assert.Equal("/a\\xff\\x80é😀/", ShownPath.Of("a\udcff\udc80é😀", isFolder: true));
    }

    [Theory]
    [InlineData("var/lib/apt/lists/deb.debian.org_x", "apt-lists", "/var/lib/apt/lists/")]
    [InlineData("root/.npm/_cacache/x", "npm-cache", "/root/.npm/")]
    [InlineData("home/node/.cache/pip/x", "pip-cache", "/home/node/.cache/pip/")]
    [InlineData("app/.git/objects/x", "version-control", "/app/.git/")]
    [InlineData("usr/bin/x86_64-linux-gnu-gcc-12", "compiler", "/usr/bin/x86_64-linux-gnu-gcc-12")]
    [InlineData("usr/lib/gcc/x86_64-linux-gnu/12/cc1", "compiler", "/usr/lib/gcc/")]
    [InlineData("usr/share/dotnet/sdk/10.0.100/x.dll", "compiler", "/usr/share/dotnet/sdk/")]
    [InlineData("app/.env", "key-file", "/app/.env")]
    [InlineData("app/dist/server.js.map", "source-maps", "/app/dist/")]
    [InlineData("app/node_modules/a/b/c.js.map", "source-maps", "/app/node_modules/")]
    [InlineData("app/Shop.pdb", "debug-symbols", "/app/")]
    [InlineData("app/tests/a.js", "tests", "/app/tests/")]
    [InlineData("app/src/server.ts", "sources", "/app/src/")]
    [InlineData("usr/lib/python3/dist-packages/pip/x.py", "python-build-packages", "/usr/lib/python3/dist-packages/pip/")]
    [InlineData("app/__pycache__/x.pyc", "python-cache", "/app/__pycache__/")]
    [InlineData("usr/share/man/man1/x.gz", "documentation", "/usr/share/man/")]
    [InlineData("tmp/build/x", "temporary-files", "/tmp/")]
    public void Residue_is_told_by_its_path(string path, string kind, string place)
    {
        var found = Assert.Single(
            Residue.Find(TreeOf.Layers([$"{path}=10"], [$"{path}.not=1"]), TreeOf.Sources(null, 5)),
            x => x.Kind == kind && x.Path == place
        );

        Assert.Equal(true, found.FromBase);
        Assert.InRange(found.Content.Bytes, 10, 11);
        Assert.NotEmpty(found.Fix);
    }

    [Theory]
    [InlineData("app/dist/server.js")]
    [InlineData("app/node_modules/x/test/a.js")]
    [InlineData("app/node_modules/x/index.ts")]
    [InlineData("app/types.d.ts")]
    [InlineData("etc/ssl/certs/ca.pem")]
    [InlineData("etc/ssl/private/x.key")]
    [InlineData("usr/bin/node")]
    [InlineData("usr/bin/makeinfo")]
    [InlineData("usr/lib/x/test/x.so")]
    [InlineData("app/contest/a.js")]
    [InlineData("app/.env.example")]
    public void What_a_service_needs_is_no_residue(string path) =>
        Assert.Empty(Residue.Find(TreeOf.Layers([$"{path}=10"]), TreeOf.Sources(5)));

    [Fact]
    public void Residue_that_a_later_layer_removed_is_waste_and_no_residue()
    {
        Assert.Empty(Residue.Find(TreeOf.Layers(["var/lib/apt/lists/x=10"], ["var/lib/apt/.wh.lists"]), TreeOf.Sources(1, 2)));
    }

    [Fact]
    public void The_surface_names_shells_package_managers_and_compilers()
    {
        var facts = AttackSurface.Facts(
            TreeOf.Layers(["usr/bin/dash=10", "usr/bin/sh->dash", "bin->usr/bin", "usr/bin/apt-get=5"]),
            "1000",
            TreeOf.Sources(1)
        );
        var bare = AttackSurface.Facts(TreeOf.Layers(["server=10"]), user: null, TreeOf.Sources(1));

        Assert.Equal(("/usr/bin/sh", "/usr/bin/apt-get", null, "1000"), (facts.Shell, facts.PackageManager, facts.Compiler, facts.User));
        Assert.Equal((null, null, null, null), (bare.Shell, bare.PackageManager, bare.Compiler, bare.User));
    }
}
