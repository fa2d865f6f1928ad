using System.Text.Json;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Building;

/// <summary>Reads the answers of <c>docker buildx build --call=…,format=json</c> (BuildKit, <c>frontend/subrequests</c>).</summary>
public static class SubrequestReader
{
    /// <summary>The stages in the answer to <c>--call=targets</c>.</summary>
    /// <param name="json">The answer.</param>
    /// <exception cref="JsonException">The text is not such an answer.</exception>
    public static IReadOnlyList<DockerfileStage> Stages(string json)
    {
        using var document = Answer(json);
        return
        [
            .. Items(document.RootElement, "targets")
                .Select(
                    (x, i) =>
                        new DockerfileStage(
                            Text(x, "name") is { Length: > 0 } name ? name : $"{i}",
                            Text(x, "base") ?? "",
                            Line(x) ?? 0,
                            x.TryGetProperty("default", out var isDefault) && isDefault.ValueKind == JsonValueKind.True
                        )
                ),
        ];
    }

    /// <summary>The findings in the answer to <c>--call=check</c>.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="file">The Dockerfile's name for the findings.</param>
    /// <exception cref="JsonException">The text is not such an answer.</exception>
    public static IReadOnlyList<Finding> Findings(string json, string file)
    {
        using var document = Answer(json);
        return
        [
            .. Items(document.RootElement, "warnings")
                .Select(x => new Finding
                {
                    Rule = Text(x, "ruleName") ?? "BuildCheck",
                    Severity = FindingSeverity.Warning,
                    File = file,
                    Line = Line(x),
                    Message = Text(x, "detail") ?? Text(x, "description") ?? "",
                    Fix = Text(x, "url") is { Length: > 0 } url ? $"See {url}" : null,
                }),
        ];
    }

    /// <summary>What keeps the builder from building at all, in the answer to <c>--call=check</c>; null when nothing does.</summary>
    /// <param name="json">The answer.</param>
    /// <exception cref="JsonException">The text is not such an answer.</exception>
    public static BuildFailure? BuildError(string json)
    {
        using var document = Answer(json);
        return document.RootElement.TryGetProperty("buildError", out var error) && error.ValueKind == JsonValueKind.Object
            ? BuildFailureReader.Read(BuildTrace.Empty with { Text = [$"ERROR: {Text(error, "message")}"] }) with
            {
                Line = Line(error),
            }
            : null;
    }

    private static JsonDocument Answer(string json)
    {
        var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new JsonException("The answer is no object.");
    }

    private static int? Line(JsonElement entry)
    {
        if (Member(entry, "location") is { } location)
            foreach (var range in Items(location, "ranges"))
                return
                    Member(range, "start") is { } start
                    && start.TryGetProperty("line", out var line)
                    && line.ValueKind == JsonValueKind.Number
                    && line.TryGetInt32(out var number)
                    ? number
                    : null;
        return null;
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
