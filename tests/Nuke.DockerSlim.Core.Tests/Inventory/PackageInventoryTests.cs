using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Inventory;

public sealed class PackageInventoryTests
{
    private const string Status = "var/lib/dpkg/status";

    [Fact]
    public void A_list_that_is_written_anew_counts_once_and_each_package_is_of_the_layer_that_brought_it()
    {
        var packages = Packages(
            InventoryOf.Layer((Status, Dpkg("a 1", "b 1"))),
            InventoryOf.Layer(("etc/x", "y")),
            InventoryOf.Layer((Status, Dpkg("a 1", "b 2", "c 1"))),
            InventoryOf.Layer((Status, Dpkg("a 1", "b 2")))
        );
        Assert.Equal(["a 1 0 11", "b 2 2 13"], packages.Select(x => $"{x.Name} {x.Version} {x.Layer} {x.Line}"));
    }

    [Fact]
    public void What_a_later_layer_removes_counts_not()
    {
        Assert.Empty(
            Packages(
                InventoryOf.Layer(("app/node_modules/a/package.json", """{"name":"a","version":"1"}""")),
                InventoryOf.Layer(("app/.wh.node_modules", ""))
            )
        );
    }

    [Fact]
    public void A_version_in_several_folders_is_one_package_with_the_bytes_of_all()
    {
        const string json = """{"name":"a","version":"1"}""";
        var package = Assert.Single(
            Packages(
                InventoryOf.Layer(
                    ("n/node_modules/a/package.json", json),
                    ("n/node_modules/a/index.js", "0123456789"),
                    ("n/node_modules/a/node_modules/b/index.js", "of another"),
                    ("m/node_modules/a/package.json", json)
                )
            )
        );
        Assert.Equal((json.Length * 2) + 10, package.Content!.Value.Bytes);
        Assert.Equal("/m/node_modules/a/package.json", package.Path);
    }

    [Fact]
    public void The_report_counts_all_shows_own_packages_first_and_says_what_was_not_read()
    {
        var details = InventoryOf.Layers(
            InventoryOf.Layer((Status, Dpkg([.. Enumerable.Range(0, 300).Select(x => $"p{x} 1")])), ("var/lib/rpm/Packages", "x")),
            InventoryOf.Layer(("app/node_modules/a/package.json", """{"name":"a","version":"1"}"""))
        );
        LayerSource[] sources = [new(1, true), new(2, false)];
        var packages = PackageInventory.Packages(details, sources);
        var facts = PackageInventory.Facts(packages, details);
        Assert.Equal((301, 200, "a"), (facts.PackageCount, facts.Packages.Count, facts.Packages[0].Name));
        Assert.Equal("/var/lib/rpm/Packages is a database of rpm, whose packages are not counted.", facts.Gap);
        Assert.False(facts.PackageCountIsWhole);
        Assert.Equal(new PackageCounts { Dpkg = 300, Npm = 1 }, PackageInventory.Counts(packages));
    }

    [Fact]
    public void A_layer_may_have_more_than_is_read_and_says_so()
    {
        var tar = InventoryOf.Layer((Status, Dpkg("a 1")), ("app/x.deps.json", "{}"), ("app/y.deps.json", "{}")).ToArray();
        Assert.Equal(
            "its package files beyond the first 0 MB were not read",
            InventoryOf.Details(tar, builder: new LayerDetailsBuilder(mostRead: 40)).Gap
        );
        Assert.Equal(
            "only 1 packages and programs of it are listed",
            InventoryOf.Details(tar, builder: new LayerDetailsBuilder(mostFacts: 1)).Gap
        );
    }

    [Fact]
    public void What_is_damaged_is_said_but_hides_no_packages_that_could_be_used()
    {
        var details = InventoryOf.Layers(InventoryOf.Layer((Status, Dpkg("a 1")), ("app/node_modules/a/package.json", "{")));
        var facts = PackageInventory.Facts(PackageInventory.Packages(details, [new(1, true)]), details);
        Assert.Equal((1, true), (facts.PackageCount, facts.PackageCountIsWhole));
        Assert.Equal("/app/node_modules/a/package.json is no JSON, or is cut off.", facts.Gap);
    }

    [Fact]
    public void Lists_of_all_packages_have_licences_hashes_and_the_distribution()
    {
        var details = InventoryOf.Layers(
            InventoryOf.Layer(
                ("usr/lib/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID='12'\n#ID=no\n"),
                ("app/node_modules/a/package.json", """{"name":"a","version":"1","license":"MIT"}"""),
                ("app/node_modules/.package-lock.json", """{"packages":{"node_modules/a":{"integrity":"sha512-AA=="}}}""")
            )
        );
        var package = Assert.Single(PackageInventory.Packages(details, [new(1, true)]));
        Assert.Equal(("MIT", "sha512-AA=="), (package.License, package.Integrity));
        Assert.Equal(new Distribution("debian", "12", "Debian GNU/Linux 12 (bookworm)"), details.Distribution);
    }

    [Fact]
    public void Of_two_entries_of_one_path_the_later_counts()
    {
        var tar = InventoryOf.Layer((Status, Dpkg("a 1")), (Status, "nothing")).ToArray();
        Assert.Empty(InventoryOf.Details(tar).Files);
    }

    [Theory]
    [InlineData("app/package-lock.json")]
    [InlineData("app/node_modules/.package-lock.json")]
    public void Development_dependencies_are_residue_with_the_bytes_of_the_tree(string path)
    {
        var details = InventoryOf.Layers(
            InventoryOf.Layer(
                (
                    path,
                    """{"packages":{"node_modules/a":{"dev":true},"node_modules/a/node_modules/b":{},"node_modules/gone":{"dev":true}}}"""
                ),
                ("app/node_modules/a/index.js", "0123456789"),
                ("app/node_modules/a/index.js.map", "01234"),
                ("app/node_modules/a/node_modules/b/index.js", "needed")
            )
        );
        var residue = Assert.Single(Residue.Find(details.Tree, [new(7, false)], DetailedResidue.Find(details)));
        Assert.Equal(
            ("development-dependencies", "/app/node_modules/", 15L, 2, 7),
            (residue.Kind, residue.Path, residue.Content.Bytes, residue.Files, residue.Line)
        );
    }

    private static string Dpkg(params string[] packages) =>
        string.Concat(
            packages.Select(x => x.Split(' ')).Select(x => $"Package: {x[0]}\nStatus: install ok installed\nVersion: {x[1]}\n\n")
        );

    private static IReadOnlyList<PackageFacts> Packages(params SyntheticTar[] layers) =>
        [
            .. PackageInventory
                .Packages(InventoryOf.Layers(layers), TreeOf.Sources([.. layers.Index().Select(x => (int?)(x.Index + 11))]))
                .Select(x => x.Facts),
        ];
}
