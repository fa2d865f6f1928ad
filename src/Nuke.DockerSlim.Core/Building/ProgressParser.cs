using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Building;

/// <summary>Reads the lines of <c>docker buildx build --progress=rawjson</c>.</summary>
public static class ProgressParser
{
    /// <summary>The events of one line. A line that is no JSON object is what buildx says itself.</summary>
    /// <param name="line">The line, without its end.</param>
    public static IReadOnlyList<ProgressEvent> Parse(string line) => Parse(Encoding.UTF8.GetBytes(line));

    /// <summary>The events of one line. A line that is no JSON object is what buildx says itself.</summary>
    /// <param name="line">The line's bytes, UTF-8, without its end; not needed any more afterwards.</param>
    public static IReadOnlyList<ProgressEvent> Parse(ReadOnlyMemory<byte> line)
    {
        if (line.IsEmpty)
            return [];
        if (line.Span[0] != '{')
            return [Said(line)];
        try
        {
            using var document = JsonDocument.Parse(line);
            return [.. Events(document.RootElement)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Cut off by a kill, or a program's own braces: it is still something that was said. The second is a text that is no Unicode.
            return [Said(line)];
        }
    }

    private static ProgressEvent.TextWritten Said(ReadOnlyMemory<byte> line) => new(Encoding.UTF8.GetString(line.Span));

    private static IEnumerable<ProgressEvent> Events(JsonElement status) =>
        Items(status, "vertexes")
            .Select(Vertex)
            .Concat(Items(status, "statuses").Select(Status))
            .Concat(Items(status, "logs").Select(Output))
            .Concat(Items(status, "warnings").Select(Warning));

    private static ProgressEvent Vertex(JsonElement x) =>
        new ProgressEvent.VertexChanged(
            Text(x, "digest"),
            Text(x, "name"),
            [.. Texts(x, "inputs")],
            Time(x, "started"),
            Time(x, "completed"),
            x.TryGetProperty("cached", out var cached) && cached.ValueKind == JsonValueKind.True,
            Text(x, "error")
        );

    private static ProgressEvent Status(JsonElement x) =>
        new ProgressEvent.StatusChanged(
            Text(x, "vertex"),
            Text(x, "id"),
            Number(x, "current"),
            Number(x, "total"),
            Time(x, "started"),
            Time(x, "completed")
        );

    private static ProgressEvent Output(JsonElement x) => new ProgressEvent.OutputWritten(Text(x, "vertex"), Bytes(x, "data"));

    private static ProgressEvent Warning(JsonElement x)
    {
        int? line = null;
        foreach (var range in Items(x, "range"))
            if (line is null && range.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.Object)
                line = (int)Math.Clamp(Number(start, "line"), 0, int.MaxValue);
        // The short text is base64 of bytes, as every []byte of Go's JSON.
        return new ProgressEvent.WarningRaised(Encoding.UTF8.GetString(Bytes(x, "short")), Text(x, "url"), line);
    }

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.Object)
            : [];

    private static IEnumerable<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)
            : [];

    private static byte[] Bytes(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : [];

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    private static DateTimeOffset? Time(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time)
            ? time
            : null;
}
