using System.Text.Json;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Asks an engine which manifests an image has. Docker.DotNet's model of that answer is older than engine 28, whose API 1.48 brought them, so this one
/// question goes past it. https://docs.docker.com/reference/api/engine/version/v1.48/#operation/ImageInspect
/// </summary>
internal static class EngineManifests
{
    /// <summary>The images of an index, whose content is all there; empty when the engine does not tell.</summary>
    /// <param name="engine">The engine's address: unix, npipe, tcp, http or https.</param>
    /// <param name="reference">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HttpRequestException">No engine answers.</exception>
    public static async Task<IReadOnlyList<EngineManifest>> ListAsync(Uri engine, string reference, CancellationToken cancellationToken)
    {
        using var answer = await EngineHttp
            .GetAsync(engine, $"/v1.48/images/{reference}/json?manifests=true", cancellationToken)
            .ConfigureAwait(false);
        // An older engine refuses the version; that an image is missing is for the question that needs it to say.
        if (!answer.IsSuccessStatusCode)
            return [];
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = await JsonDocument.ParseAsync(body, default, cancellationToken).ConfigureAwait(false);
            return json.RootElement.TryGetProperty("Manifests", out var manifests) && manifests.ValueKind == JsonValueKind.Array
                ? [.. manifests.EnumerateArray().Select(Read).OfType<EngineManifest>()]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not as documented: as good as not told.
            return [];
        }
    }

    private static EngineManifest? Read(JsonElement manifest)
    {
        if (manifest.GetProperty("Kind").GetString() != "image" || !manifest.GetProperty("Available").GetBoolean())
            return null;
        var platform = manifest.GetProperty("ImageData").GetProperty("Platform");
        var variant = platform.TryGetProperty("variant", out var value) && value.GetString() is { Length: > 0 } text ? "/" + text : "";
        return Digest.TryParse(manifest.GetProperty("Descriptor").GetProperty("digest").GetString() ?? "") is { } digest
            ? new EngineManifest(
                digest,
                $"{platform.GetProperty("os").GetString()}/{platform.GetProperty("architecture").GetString()}{variant}"
            )
            : null;
    }
}
