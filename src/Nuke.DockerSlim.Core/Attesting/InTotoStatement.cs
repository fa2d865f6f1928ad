using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Attesting;

/// <summary>A statement about an image (in-toto attestation framework, Statement v0.1, which is what BuildKit writes and its readers know).</summary>
internal static class InTotoStatement
{
    /// <summary>The predicate of an SBOM that is SPDX.</summary>
    public const string Spdx = "https://spdx.dev/Document";

    private const string Type = "https://in-toto.io/Statement/v0.1";

    /// <summary>The statement.</summary>
    /// <param name="predicateType">What is stated.</param>
    /// <param name="predicate">The statement itself.</param>
    /// <param name="repository">The image's repository.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="image">Its manifest.</param>
    public static byte[] Write(string predicateType, JsonNode predicate, ImageReference repository, string platform, Digest image)
    {
        var algorithm = image.Value[..image.Value.IndexOf(':')];
        var subject = new JsonObject
        {
            ["name"] = $"pkg:docker/{repository.Repository}?platform={Uri.EscapeDataString(platform)}",
            ["digest"] = new JsonObject { [algorithm] = image.Value[(algorithm.Length + 1)..] },
        };
        var statement = new JsonObject
        {
            ["_type"] = Type,
            ["predicateType"] = predicateType,
            ["subject"] = new JsonArray(subject),
            ["predicate"] = predicate.DeepClone(),
        };
        return Encoding.UTF8.GetBytes(statement.ToJsonString());
    }
}
