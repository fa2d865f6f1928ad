using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Sbom;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Sbom;

/// <summary>Packages as CycloneDX 1.6 has them; what is valid is said by tests/fixtures/cyclonedx.</summary>
public sealed class CycloneDxTests
{
    private static readonly Distribution Debian = new("debian", "12", "Debian GNU/Linux 12 (bookworm)");

    [Fact]
    public void What_is_written_is_valid_and_every_reference_is_one_component_s()
    {
        var document = Written(All(), Debian);
        Assert.Empty(Problems(document));
        var references = document["components"]!
            .AsArray()
            .Append(document["metadata"]!["component"])
            .Select(x => (string)x!["bom-ref"]!)
            .ToArray();
        Assert.Equal(references.Length, references.Distinct().Count());
        Assert.Equal("image", (string)document["compositions"]![0]!["assemblies"]![0]!);
    }

    [Fact]
    public void The_whole_document_is_as_it_was()
    {
        var text = CycloneDx.Write(SampleReports.Good, List(All(), Debian));
        GoldenFile.Holds("sbom.cdx.json", text);
    }

    [Fact]
    public void An_image_without_packages_of_which_nothing_is_known_is_valid_too()
    {
        var report = new ImageReport { Image = new() { Name = "shop" } };
        var document = JsonNode.Parse(CycloneDx.Write(report, new PackageList([], null, new())))!;
        Assert.Empty(Problems(document));
        Assert.Empty(document["components"]!.AsArray());
        Assert.Equal("unknown", (string)document["compositions"]![0]!["aggregate"]!);
    }

    [Fact]
    public void What_was_not_counted_is_said()
    {
        var document = Written(All(), Debian, whole: false);
        Assert.Equal("incomplete", (string)document["compositions"]![0]!["aggregate"]!);
        Assert.Contains(
            document["metadata"]!["component"]!["properties"]!.AsArray(),
            x => (string)x!["name"]! == "nuke-dockerslim:gap" && (string)x["value"]! == "rpm"
        );
    }

    [Fact]
    public void The_same_image_has_the_same_serial_number_and_another_has_another()
    {
        var first = CycloneDx.Write(SampleReports.Good, List(All(), Debian));
        var later = CycloneDx.Write(SampleReports.Good with { CreatedAt = DateTimeOffset.UnixEpoch }, List(All(), Debian));
        Assert.Equal(Serial(first), Serial(later));
        Assert.NotEqual(Serial(first), Serial(CycloneDx.Write(SampleReports.Good, List(All()[1..], Debian))));
        Assert.NotEqual(Serial(first), Serial(CycloneDx.Write(SampleReports.OverBudget, List(All(), Debian))));
    }

    [Theory]
    [InlineData(
        "dpkg",
        "libstdc++6",
        "1:12.2.0-14+deb12u1",
        "amd64",
        "pkg:deb/debian/libstdc%2B%2B6@1:12.2.0-14%2Bdeb12u1?arch=amd64&distro=debian-12"
    )]
    [InlineData("apk", "musl", "1.2.4_git20230717-r4", "x86_64", "pkg:apk/debian/musl@1.2.4_git20230717-r4?arch=x86_64&distro=debian-12")]
    [InlineData("npm", "@fastify/ajv compiler", "3.5.0", null, "pkg:npm/%40fastify/ajv%20compiler@3.5.0")]
    [InlineData("python", "Flask_Cors", "4.0.0", null, "pkg:pypi/flask-cors@4.0.0")]
    [InlineData("nuget", "Serilog", "3.1.1", null, "pkg:nuget/Serilog@3.1.1")]
    [InlineData("go", "github.com/Masterminds/semver/v3", "v3.2.1", null, "pkg:golang/github.com/masterminds/semver/v3@v3.2.1")]
    [InlineData("jar", "guava", "31.1-jre", "com.google.guava", "pkg:maven/com.google.guava/guava@31.1-jre")]
    [InlineData("jar", "driver", null, null, null)]
    [InlineData("npm", "ä", null, null, "pkg:npm/%C3%A4")]
    public void Each_kind_is_named_as_other_tools_look_it_up(string kind, string name, string? version, string? qualifier, string? url) =>
        Assert.Equal(url, PackageUrl.Of(Package(kind, name, version, qualifier).Facts, Debian));

    [Fact]
    public void A_system_s_package_of_an_unknown_distribution_has_no_url() =>
        Assert.Null(PackageUrl.Of(Package("dpkg", "a", "1", "amd64").Facts, null));

    [Theory]
    [InlineData("MIT", """[{"license":{"id":"MIT"}}]""")]
    [InlineData("(MIT OR Apache-2.0) AND ISC", """[{"expression":"(MIT OR Apache-2.0) AND ISC"}]""")]
    [InlineData("MIT OR", """[{"license":{"name":"MIT OR"}}]""")]
    [InlineData("(MIT", """[{"license":{"name":"(MIT"}}]""")]
    [InlineData("MIT)", """[{"license":{"name":"MIT)"}}]""")]
    [InlineData("MIT ISC", """[{"license":{"name":"MIT ISC"}}]""")]
    [InlineData("SEE LICENSE IN x", """[{"license":{"name":"SEE LICENSE IN x"}}]""")]
    [InlineData("mit", """[{"license":{"name":"mit"}}]""")]
    public void Licences_are_identifiers_expressions_or_names(string text, string json) =>
        Assert.Equal(json, LicenseNames.Of(text)!.ToJsonString());

    [Theory]
    [InlineData("sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "SHA-1", 40)]
    [InlineData("md5-AAAA sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=?x", "SHA-256", 64)]
    public void Hashes_are_hexadecimal_digits(string text, string name, int digits)
    {
        var hash = Assert.Single(IntegrityHash.Of(text)!)!;
        Assert.Equal((name, new string('0', digits)), ((string)hash["alg"]!, (string)hash["content"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha512-AAAA")]
    [InlineData("sha1-no base64")]
    [InlineData("sha1-====")]
    public void What_is_no_hash_is_none(string text) => Assert.Null(IntegrityHash.Of(text));

    private static ListedPackage[] All() =>
        [
            Package("dpkg", "libc6", "2.36-9+deb12u9", "amd64"),
            Package("go", "stdlib", "1.22.1", null),
            Package("jar", "driver", null, null),
            Package("jar", "guava", "31.1-jre", "com.google.guava"),
            Package("npm", "@s/a", "1.0.0", null) with
            {
                License = "MIT",
                Integrity = "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            },
            Package("npm", "a", "1.0.0", null) with
            {
                License = "MIT OR ISC",
            },
            Package("npm", "a", "2.0.0\"\u001b", null) with
            {
                License = "Own",
            },
        ];

    private static ListedPackage Package(string kind, string name, string? version, string? qualifier) =>
        new(
            new()
            {
                Kind = kind,
                Name = name,
                Version = version,
                Qualifier = qualifier,
                Content = new(1_000),
                Path = $"/{kind}",
                Layer = 2,
                Line = 7,
                FromBase = false,
            },
            "",
            ""
        );

    private static PackageList List(ListedPackage[] packages, Distribution? distribution, bool whole = true) =>
        new(
            packages,
            distribution,
            new()
            {
                PackageCount = packages.Length,
                PackageCountIsWhole = whole,
                Gap = whole ? null : "rpm",
            }
        );

    private static JsonNode Written(ListedPackage[] packages, Distribution? distribution, bool whole = true) =>
        JsonNode.Parse(CycloneDx.Write(SampleReports.Good, List(packages, distribution, whole)))!;

    private static string Serial(string text) => (string)JsonNode.Parse(text)!["serialNumber"]!;

    private static IReadOnlyList<string> Problems(JsonNode document, [CallerFilePath] string caller = "") =>
        new SchemaValidator(
            JsonNode
                .Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "../../fixtures/cyclonedx/packages.schema.json")))!
                .AsObject(),
            knowsAll: true
        ).Problems(document);
}
