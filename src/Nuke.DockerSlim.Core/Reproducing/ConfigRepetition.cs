using System.Text.Json;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>Holds the configs of two images against each other (OCI image specification, config).</summary>
internal static class ConfigRepetition
{
    /// <summary>The fields that differ, by their paths; not the diff ids, which the layers tell better. Values are not told: an environment may hold anything.</summary>
    /// <param name="first">The config of the first build.</param>
    /// <param name="second">The config of the second.</param>
    public static IReadOnlyList<string> Of(byte[] first, byte[] second)
    {
        try
        {
            using var one = JsonDocument.Parse(first);
            using var other = JsonDocument.Parse(second);
            return [.. Differences(one.RootElement, other.RootElement, "")];
        }
        catch (JsonException)
        {
            return first.AsSpan().SequenceEqual(second) ? [] : ["(no JSON)"];
        }
    }

    /// <summary>Whether a field is a time that the builder wrote.</summary>
    /// <param name="field">Its path.</param>
    public static bool IsTime(string field) =>
        field == "created"
        || (field.StartsWith("history[", StringComparison.Ordinal) && field.EndsWith("].created", StringComparison.Ordinal));

    private static IEnumerable<string> Differences(JsonElement one, JsonElement other, string path)
    {
        if (path == "rootfs.diff_ids" || JsonElement.DeepEquals(one, other))
            return [];
        return (one.ValueKind, other.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => one.EnumerateObject()
                .Select(x => x.Name)
                .Union(other.EnumerateObject().Select(x => x.Name))
                .SelectMany(x => Field(one, other, x, path.Length == 0 ? x : $"{path}.{x}")),
            (JsonValueKind.Array, JsonValueKind.Array) when one.GetArrayLength() == other.GetArrayLength() => one.EnumerateArray()
                .Zip(other.EnumerateArray())
                .Index()
                .SelectMany(x => Differences(x.Item.First, x.Item.Second, $"{path}[{x.Index}]")),
            _ => [path],
        };
    }

    private static IEnumerable<string> Field(JsonElement one, JsonElement other, string name, string path) =>
        one.TryGetProperty(name, out var a) && other.TryGetProperty(name, out var b) ? Differences(a, b, path) : [path];
}
