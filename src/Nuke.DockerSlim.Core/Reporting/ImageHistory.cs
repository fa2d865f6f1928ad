using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The histories of an image's tags: what <c>image-history.json</c> holds (docs/baselines.md).</summary>
public sealed record ImageHistory
{
    /// <summary>The format that this version writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The format of the file.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The image's name.</summary>
    public required string Name { get; init; }

    /// <summary>One for each tag that was asked for, and each platform.</summary>
    public IReadOnlyList<TagHistory> Tags { get; init; } = [];

    /// <summary>The history as its file has it, a line end at its end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HistoryJson.Default.ImageHistory) + "\n";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ImageHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext;
