using System.Text.Json.Nodes;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Sbom;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Sbom;

/// <summary>Packages as SPDX 2.3 has them.</summary>
public sealed class SpdxDocumentTests
{
    private static readonly JsonNode Document = Written(SampleReports.Good);

    [Fact]
    public void The_document_is_about_the_image_and_the_image_has_its_packages()
    {
        Assert.Equal("SPDX-2.3", (string)Document["spdxVersion"]!);
        Assert.StartsWith("urn:uuid:", (string)Document["documentNamespace"]!);
        Assert.Equal(
            [
                "SPDXRef-DOCUMENT DESCRIBES SPDXRef-Image",
                "SPDXRef-Image CONTAINS SPDXRef-Package-1",
                "SPDXRef-Image CONTAINS SPDXRef-Package-2",
            ],
            Document["relationships"]!.AsArray().Select(x => $"{x!["spdxElementId"]} {x["relationshipType"]} {x["relatedSpdxElement"]}")
        );
        Assert.Equal("CONTAINER", (string)Document["packages"]![0]!["primaryPackagePurpose"]!);
        Assert.Equal("rpm", (string)Document["packages"]![0]!["comment"]!);
    }

    [Fact]
    public void A_package_has_what_is_known_of_it()
    {
        var package = Document["packages"]![1]!;
        Assert.Equal(
            ("@s/a", "1.0.0", "MIT"),
            ((string)package["name"]!, (string)package["versionInfo"]!, (string)package["licenseDeclared"]!)
        );
        Assert.Equal("pkg:npm/%40s/a@1.0.0", (string)package["externalRefs"]![0]!["referenceLocator"]!);
        Assert.Equal(("SHA1", new string('0', 40)), Checksum(package));
        Assert.Equal("NOASSERTION", (string)Document["packages"]![2]!["licenseDeclared"]!);
        Assert.Null(Document["packages"]![2]!["checksums"]);
    }

    [Fact]
    public void The_same_image_has_the_same_namespace_whenever_it_is_written_down() =>
        Assert.Equal(
            (string)Document["documentNamespace"]!,
            (string)Written(SampleReports.Good with { CreatedAt = DateTimeOffset.UnixEpoch })["documentNamespace"]!
        );

    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData(" (MIT OR ISC) ", "(MIT OR ISC)")]
    [InlineData("SEE LICENSE IN x", null)]
    [InlineData("", null)]
    public void Only_licences_that_SPDX_knows_are_declared(string text, string? license) =>
        Assert.Equal(license, LicenseNames.ExpressionOf(text));

    private static (string, string) Checksum(JsonNode package) =>
        ((string)package["checksums"]![0]!["algorithm"]!, (string)package["checksums"]![0]!["checksumValue"]!);

    private static JsonNode Written(ImageReport report) =>
        JsonNode.Parse(
            SpdxDocument.Write(
                report,
                new PackageList(
                    [Package("@s/a", "MIT", "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA="), Package("b", "Own", "")],
                    Distribution: null,
                    new InventoryFacts { PackageCount = 2, Gap = "rpm" }
                )
            )
        )!;

    private static ListedPackage Package(string name, string license, string integrity) =>
        new(
            new PackageFacts
            {
                Kind = "npm",
                Name = name,
                Version = "1.0.0",
                Path = "/app/node_modules",
                Layer = 2,
            },
            license,
            integrity
        );
}
