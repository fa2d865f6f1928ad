using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>Compares JSON by its meaning: the order of members does not count.</summary>
internal static class SameJson
{
    public static void Equal(string expected, string actual)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)))
        {
            Assert.Fail($"Expected {expected}\nbut got  {actual}");
        }
    }
}
