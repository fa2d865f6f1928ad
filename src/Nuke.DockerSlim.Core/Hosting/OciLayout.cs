using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds one platform's image in an OCI layout's documents (OCI image specification: image-layout, image-index, manifest, config).</summary>
internal sealed class OciLayout(IReadOnlyDictionary<string, byte[]> documents, IReadOnlyDictionary<string, MeasuredLayer> layers)
{
    /// <summary>The image of a platform, or the only one.</summary>
    public MeasuredImage Image(Platform? platform)
    {
        var images = Manifests("index.json").Select(Read).ToArray();
        var wanted = platform is { } x ? images.Where(image => image.Platform == Normal(x.Value)).ToArray() : images;
        return wanted switch
        {
            [var only] => only,
            [] when images.Length == 0 => throw new EngineException(
                "The engine's copy of the image holds no image manifest; build the image again."
            ),
            [] => throw new EngineException(
                $"The engine's copy of the image holds {string.Join(", ", images.Select(i => i.Platform))} but not {platform}; build for that platform."
            ),
            _ => throw new EngineException(
                $"The engine's copy of the image holds several platforms ({string.Join(", ", wanted.Select(i => i.Platform))}); name one with --platforms."
            ),
        };
    }

    /// <summary>Digests of image manifests below an index; attestation manifests are no images, and absent platforms are not here.</summary>
    private IEnumerable<string> Manifests(string index)
    {
        using var document = Document(index);
        foreach (var descriptor in document.RootElement.GetProperty("manifests").EnumerateArray())
        {
            var digest = descriptor.GetProperty("digest").GetString()!;
            var isAttestation =
                descriptor.TryGetProperty("annotations", out var notes) && notes.TryGetProperty("vnd.docker.reference.type", out _);
            if (isAttestation || !documents.ContainsKey(digest))
                continue;
            using var child = Document(digest);
            if (child.RootElement.TryGetProperty("manifests", out _))
                foreach (var inner in Manifests(digest))
                    yield return inner;
            else
                yield return digest;
        }
    }

    private MeasuredImage Read(string manifestDigest)
    {
        using var manifest = Document(manifestDigest);
        var configDigest = manifest.RootElement.GetProperty("config").GetProperty("digest").GetString()!;
        using var config = Document(configDigest);
        MeasuredLayer[] measured =
        [
            .. manifest.RootElement.GetProperty("layers").EnumerateArray().Select(x => Layer(x.GetProperty("digest").GetString()!)),
        ];
        return new MeasuredImage
        {
            Platform = PlatformOf(config.RootElement),
            // The classic store makes the manifest up while it saves: its layers are uncompressed, and no registry will ever hold it.
            ManifestDigest = measured.All(x => x.Digest is not null) ? new Digest(manifestDigest) : null,
            ConfigDigest = new Digest(configDigest),
            Config = new ByteSize(documents[configDigest].Length),
            Layers = measured,
        };
    }

    private MeasuredLayer Layer(string digest) =>
        layers.TryGetValue(digest, out var layer)
            ? layer
            : throw new EngineException($"The engine's copy of the image lacks the layer {digest}; pull or build the image again.");

    private static Platform PlatformOf(JsonElement config)
    {
        var platform = $"{Text(config, "os") ?? "linux"}/{Text(config, "architecture") ?? "unknown"}";
        return Normal(Text(config, "variant") is { Length: > 0 } variant ? $"{platform}/{variant}" : platform);
    }

    /// <summary>arm64 is v8 and arm is v7 unless it is said otherwise: builders write the variant, people do not.</summary>
    private static Platform Normal(string platform) =>
        new(
            platform.EndsWith("/arm64/v8", StringComparison.Ordinal) ? platform[..^3]
            : platform.EndsWith("/arm", StringComparison.Ordinal) ? platform + "/v7"
            : platform
        );

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private JsonDocument Document(string name) =>
        documents.TryGetValue(name, out var bytes)
            ? JsonDocument.Parse(bytes)
            : throw new EngineException($"The engine's copy of the image lacks {name}; build the image again.");
}
