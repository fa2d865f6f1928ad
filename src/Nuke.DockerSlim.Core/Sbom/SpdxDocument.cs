using System.Globalization;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Sbom;

/// <summary>Writes an image's packages as an SPDX 2.3 document (JSON), which is what readers of attested SBOMs know.</summary>
internal static class SpdxDocument
{
    private const string Document = "SPDXRef-DOCUMENT";
    private const string Image = "SPDXRef-Image";
    private const string Unknown = "NOASSERTION";

    /// <summary>The document. Of the same image it is the same, save the time.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="list">Its packages.</param>
    public static string Write(ImageReport report, PackageList list)
    {
        JsonObject[] packages = [Container(report, list), .. list.Packages.Select((x, i) => Package(x, i, list.Distribution))];
        var relations = packages
            .Skip(1)
            .Select(x => Relation(Image, "CONTAINS", (string)x["SPDXID"]!))
            .Prepend(Relation(Document, "DESCRIBES", Image));
        var content = new JsonArray([.. packages]);
        return new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = Document,
            ["name"] = report.Image.Reference.Length > 0 ? report.Image.Reference : report.Image.Name,
            ["documentNamespace"] = CycloneDx.Serial(content.ToJsonString()),
            ["creationInfo"] = new JsonObject
            {
                ["created"] = report.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["creators"] = new JsonArray($"Tool: Nuke.DockerSlim{(report.Tool.Version is { } version ? "-" + version : "")}"),
            },
            ["packages"] = content,
            ["relationships"] = new JsonArray([.. relations]),
        }.ToJsonString();
    }

    private static JsonObject Container(ImageReport report, PackageList list)
    {
        var image = report.Image;
        var name = image.Reference.Length > 0 ? image.Reference : image.Name;
        var container = Described(Image, name, (image.Digest ?? image.ConfigDigest)?.Value, Unknown);
        container["primaryPackagePurpose"] = "CONTAINER";
        if (image.Digest is { } digest)
            Locate(container, PackageUrl.OfImage(name, digest.Value, image.Platform?.Split('/').ElementAtOrDefault(1)));
        // Whoever reads the list has to know what it lacks.
        if (list.Facts.Gap is { } gap)
            container["comment"] = gap;
        return container;
    }

    private static JsonObject Package(ListedPackage package, int number, Distribution? distribution)
    {
        var described = Described(
            $"SPDXRef-Package-{(number + 1).ToString(CultureInfo.InvariantCulture)}",
            package.Facts.Name,
            package.Facts.Version,
            LicenseNames.ExpressionOf(package.License) ?? Unknown
        );
        if (IntegrityHash.Of(package.Integrity) is { } hashes)
            described["checksums"] = new JsonArray([.. hashes.Select(Checksum)]);
        if (PackageUrl.Of(package.Facts, distribution) is { } url)
            Locate(described, url);
        described["sourceInfo"] = package.Facts.Path;
        return described;
    }

    private static JsonObject Described(string id, string name, string? version, string license)
    {
        var described = new JsonObject { ["SPDXID"] = id, ["name"] = name };
        if (version is not null)
            described["versionInfo"] = version;
        described["downloadLocation"] = Unknown;
        described["filesAnalyzed"] = false;
        described["licenseConcluded"] = Unknown;
        described["licenseDeclared"] = license;
        described["copyrightText"] = Unknown;
        return described;
    }

    private static void Locate(JsonObject package, string url) =>
        package["externalRefs"] = new JsonArray(
            new JsonObject
            {
                ["referenceCategory"] = "PACKAGE-MANAGER",
                ["referenceType"] = "purl",
                ["referenceLocator"] = url,
            }
        );

    // SPDX writes SHA512 where CycloneDX has SHA-512.
    private static JsonNode Checksum(JsonNode? hash) =>
        new JsonObject
        {
            ["algorithm"] = ((string)hash!["alg"]!).Replace("-", "", StringComparison.Ordinal),
            ["checksumValue"] = (string)hash["content"]!,
        };

    private static JsonObject Relation(string from, string kind, string to) =>
        new()
        {
            ["spdxElementId"] = from,
            ["relationshipType"] = kind,
            ["relatedSpdxElement"] = to,
        };
}
