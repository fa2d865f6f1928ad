using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Commenting;

/// <summary>Reports of which every text is what somebody else would have it be.</summary>
internal static class HostileReport
{
    // What has to be one of a few words for a report to be read at all.
    private static readonly string[] Words =
    [
        "outcome",
        "status",
        "verdict",
        "kind",
        "severity",
        "cause",
        "tests",
        "createdAt",
        "why",
        "state",
    ];

    /// <summary>The report with every text exchanged, as it comes back from its file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="text">What to put there in place of a text.</param>
    public static ImageReport Of(ImageReport report, Func<string, string> text)
    {
        var json = JsonNode.Parse(JsonReport.ToJson(report))!;
        Exchange(json, text);
        return JsonReportReader.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), "slim-report.json");
    }

    private static void Exchange(JsonNode node, Func<string, string> text)
    {
        if (node is JsonObject properties)
            foreach (var (name, value) in properties.ToArray())
                if (Exchanged(value, text) is { } other && !Words.Contains(name))
                    properties[name] = other;
                else if (value is not null)
                    Exchange(value, text);
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                if (Exchanged(items[i], text) is { } other)
                    items[i] = other;
                else if (items[i] is { } item)
                    Exchange(item, text);
    }

    private static JsonValue? Exchanged(JsonNode? value, Func<string, string> text) =>
        value is JsonValue single && single.TryGetValue<string>(out var old) && !old.StartsWith("sha256:", StringComparison.Ordinal)
            ? JsonValue.Create(text(old))
            : null;
}
