using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Sbom;

/// <summary>Reads hashes in the notation of Subresource Integrity (an algorithm, a dash, base64), as npm and NuGet keep them of the archives they installed from.</summary>
internal static class IntegrityHash
{
    private static readonly (string Prefix, string Name, int Bytes)[] Algorithms =
    [
        ("sha512-", "SHA-512", 64),
        ("sha384-", "SHA-384", 48),
        ("sha256-", "SHA-256", 32),
        ("sha1-", "SHA-1", 20),
    ];

    /// <summary>A component's hashes; null where there are none that can be read.</summary>
    /// <param name="text">The hashes, blanks in between.</param>
    public static JsonArray? Of(string text)
    {
        var hashes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hash).OfType<JsonObject>().ToArray<JsonNode>();
        return hashes.Length == 0 ? null : [.. hashes];
    }

    private static JsonObject? Hash(string text)
    {
        foreach (var (prefix, name, count) in Algorithms)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var bytes = new byte[count + 3];
            // Options may stand behind a question mark.
            var value = text[prefix.Length..].Split('?')[0];
            return Convert.TryFromBase64String(value, bytes, out var written) && written == count
                ? new JsonObject { ["alg"] = name, ["content"] = Convert.ToHexStringLower(bytes.AsSpan(0, count)) }
                : null;
        }
        return null;
    }
}
