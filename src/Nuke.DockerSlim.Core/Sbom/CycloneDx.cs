using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Sbom;

/// <summary>Writes an image's packages as a CycloneDX 1.6 document (ECMA-424, JSON).</summary>
internal static class CycloneDx
{
    private const string Image = "image";
    private const string Properties = "nuke-dockerslim:";
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document. Of the same image it is the same, save the time.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="list">Its packages.</param>
    public static string Write(ImageReport report, PackageList list)
    {
        var components = new JsonArray([.. System(list.Distribution), .. list.Packages.Select(x => Component(x, list.Distribution))]);
        var image = Container(report, list);
        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = Serial(image.ToJsonString() + components.ToJsonString()),
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = report.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "post-build" }),
                ["tools"] = new JsonObject { ["components"] = new JsonArray(Tool(report.Tool)) },
                ["component"] = image,
            },
            ["components"] = components,
            // What carries no metadata of its own nobody finds by it.
            ["compositions"] = new JsonArray(
                new JsonObject
                {
                    ["aggregate"] = list.Facts.PackageCountIsWhole ? "unknown" : "incomplete",
                    ["assemblies"] = new JsonArray(Image),
                }
            ),
        };
        return document.ToJsonString(Form) + "\n";
    }

    private static JsonObject Tool(ToolFacts facts)
    {
        var tool = new JsonObject { ["type"] = "application", ["name"] = "Nuke.DockerSlim" };
        if (facts.Version is { } version)
            tool["version"] = version;
        return tool;
    }

    private static JsonObject Container(ImageReport report, PackageList list)
    {
        var image = report.Image;
        var name = image.Reference.Length > 0 ? image.Reference : image.Name;
        var container = new JsonObject
        {
            ["type"] = "container",
            ["bom-ref"] = Image,
            ["name"] = name,
        };
        if ((image.Digest ?? image.ConfigDigest)?.Value is { } version)
            container["version"] = version;
        if (image.Digest is { } digest)
            container["purl"] = PackageUrl.OfImage(name, digest.Value, image.Platform?.Split('/').ElementAtOrDefault(1));
        container["properties"] = List(
            ("platform", image.Platform),
            ("configDigest", image.ConfigDigest?.Value),
            ("dockerfile", image.Dockerfile),
            ("source", image.Source),
            ("gap", list.Facts.Gap)
        );
        return container;
    }

    private static IEnumerable<JsonNode> System(Distribution? distribution)
    {
        if (distribution is null)
            yield break;
        var system = new JsonObject
        {
            ["type"] = "operating-system",
            ["bom-ref"] = "operating-system",
            ["name"] = distribution.Id,
        };
        if (distribution.Version.Length > 0)
            system["version"] = distribution.Version;
        system["description"] = distribution.Name;
        yield return system;
    }

    private static JsonObject Component(ListedPackage package, Distribution? distribution)
    {
        var facts = package.Facts;
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = Reference(facts) };
        // Maven's group and npm's scope are what the format calls a group.
        var (group, name) = facts switch
        {
            { Kind: "jar", Qualifier: { } qualifier } => (qualifier, facts.Name),
            { Kind: "npm" } when facts.Name.Split('/') is [['@', _, ..] scope, { Length: > 0 } bare] => (scope, bare),
            _ => (null, facts.Name),
        };
        if (group is not null)
            component["group"] = group;
        component["name"] = name;
        if (facts.Version is { } version)
            component["version"] = version;
        if (IntegrityHash.Of(package.Integrity) is { } hashes)
            component["hashes"] = hashes;
        if (LicenseNames.Of(package.License) is { } licenses)
            component["licenses"] = licenses;
        if (PackageUrl.Of(facts, distribution) is { } url)
            component["purl"] = url;
        component["properties"] = List(
            ("kind", facts.Kind),
            ("path", facts.Path),
            ("layer", facts.Layer.ToString(CultureInfo.InvariantCulture)),
            ("line", facts.Line?.ToString(CultureInfo.InvariantCulture)),
            ("fromBase", facts.FromBase is { } fromBase ? (fromBase ? "true" : "false") : null),
            ("bytes", facts.Content?.Bytes.ToString(CultureInfo.InvariantCulture))
        );
        return component;
    }

    // Encoded, so that no two packages have one reference.
    private static string Reference(PackageFacts facts) =>
        $"{facts.Kind}/{PackageUrl.Encoded(facts.Name)}@{PackageUrl.Encoded(facts.Version ?? "")}"
        + (facts.Qualifier is { } qualifier ? $"?{PackageUrl.Encoded(qualifier)}" : "");

    private static JsonArray List(params (string Name, string? Value)[] properties) =>
        [.. properties.Where(x => x.Value is not null).Select(x => new JsonObject { ["name"] = Properties + x.Name, ["value"] = x.Value })];

    /// <summary>A UUID made of what the document says (RFC 9562, version 8): the same image has the same, another one another.</summary>
    /// <param name="content">What it says.</param>
    internal static string Serial(string content)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true):D}";
    }
}
