using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>What the page's script draws from, as JSON that ends no script and needs no further escaping.</summary>
internal static class PageData
{
    private const int LongestText = 160;
    private const int MostSteps = 120;

    // Engines mount no more.
    private const int MostLayers = 127;
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly (string Name, BuildScenario Scenario)[] Builds =
    [
        ("cold", BuildScenario.Cold),
        ("edited", BuildScenario.Edited),
        ("dependency", BuildScenario.DependencyEdited),
        ("warm", BuildScenario.Warm),
        ("ci", BuildScenario.Ci),
    ];

    /// <summary>Layers and builds.</summary>
    /// <param name="report">The image's report.</param>
    public static Html Of(ImageReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("layers");
            foreach (var layer in report.Layers.Take(MostLayers))
                Write(writer, layer);
            writer.WriteEndArray();
            writer.WriteStartArray("builds");
            foreach (var (name, scenario) in Builds)
                if (report.Builds.Of(scenario) is { Timeline.Count: > 0 } build)
                    Write(writer, name, build);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Html.Own(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>The map of files. It was written by the same rules; whoever changed the file meanwhile ends no script all the same.</summary>
    /// <param name="json">The map; null: there is none.</param>
    public static Html Files(string? json) => Html.Own(json?.Replace("<", "\\u003C", StringComparison.Ordinal) ?? "null");

    private static void Write(Utf8JsonWriter writer, LayerFacts layer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("bytes", layer.Unpacked.Bytes);
        WriteLine(writer, layer.Line);
        writer.WriteString("instruction", layer.Instruction is { } text ? ShortText.Of(text, LongestText) : null);
        if (layer.FromBase is { } isBase)
            writer.WriteBoolean("base", isBase);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, TimedBuild build)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteNumber("milliseconds", build.Milliseconds);
        writer.WriteStartArray("steps");
        foreach (var step in Longest(build.Timeline))
        {
            writer.WriteStartObject();
            writer.WriteString("name", ShortText.Of(step.Name, LongestText));
            WriteLine(writer, step.Line);
            writer.WriteNumber("from", step.FromMilliseconds);
            writer.WriteNumber("to", step.ToMilliseconds);
            writer.WriteString("kind", step.Kind.ToString().ToLowerInvariant());
            writer.WriteBoolean("cached", step.Cached);
            writer.WriteBoolean("critical", step.IsCritical);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Of very many steps those that took the longest, in their order.
    private static IEnumerable<TimedStep> Longest(IReadOnlyList<TimedStep> steps) =>
        steps.Count <= MostSteps
            ? steps
            : steps.OrderByDescending(x => x.ToMilliseconds - x.FromMilliseconds).Take(MostSteps).OrderBy(x => x.FromMilliseconds);

    private static void WriteLine(Utf8JsonWriter writer, int? line)
    {
        if (line is { } number)
            writer.WriteNumber("line", number);
        else
            writer.WriteNull("line");
    }
}
