using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Building;

/// <summary>Takes what an image was made of out of buildx's metadata file; all but the context, which the provenance does not name the contents of.</summary>
internal static class BuildInputs
{
    // How a build was run, as opposed to what it makes: "no-cache", "cache-imports" and their like.
    private static readonly string[] Settings =
    [
        "target",
        "platform",
        "force-network-mode",
        "add-hosts",
        "hostname",
        "ulimit",
        "cmdline",
        "source",
    ];
    private static readonly string[] Prefixes = ["build-arg:", "label:", "context:"];

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The text; null when the builder wrote none.</param>
    /// <returns>Null when there is no provenance in it.</returns>
    public static InputFacts? ReadOrNull(string? json)
    {
        try
        {
            return json is null ? null : Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InputFacts? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (ProvenanceDocument.In(document.RootElement).FirstOrDefault() is not { Source: { } source } provenance)
            return null;
        var settings = provenance
            .Arguments.Where(x => Settings.Contains(x.Name) || Prefixes.Any(y => x.Name.StartsWith(y, StringComparison.Ordinal)))
            .Select(x => $"{x.Name}={x.Value}");
        return new InputFacts
        {
            Dockerfile = Of([source]),
            Settings = Of(settings.Order(StringComparer.Ordinal)),
            Bases = Of(provenance.Materials.Order(StringComparer.Ordinal)),
        };
    }

    private static Digest Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            // No text holds it.
            hash.AppendData([0xff]);
        }
        return Digest.Of(hash);
    }
}
