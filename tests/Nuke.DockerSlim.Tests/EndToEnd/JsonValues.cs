using System.Text.Json;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Reads values of a report by their path, such as <c>layers.0.line</c>.</summary>
internal static class JsonValues
{
    /// <summary>The value as text; empty for null.</summary>
    public static string At(this JsonElement json, string path) => json.Find(path).ToString();

    public static long NumberAt(this JsonElement json, string path) => json.Find(path).GetInt64();

    public static JsonElement Find(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (x, name) => int.TryParse(name, out var index) ? x[index] : x.GetProperty(name));

    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string path) => [.. json.Find(path).EnumerateArray()];
}
