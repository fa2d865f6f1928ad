using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// The files of an image as a map of them is drawn: the large ones one by one, of each folder the rest as sums, so that all of them add up to the image's
/// content to the byte.
/// </summary>
internal sealed record FileMap
{
    /// <summary>How many numbers a node takes.</summary>
    public const int Stride = 4;

    /// <summary>In the place of a folder's bytes: they are the sum of what lies in it.</summary>
    public const long IsFolder = -1;

    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Names of files and folders, each once; long ones are cut.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// Four numbers a node, each folder before what lies in it: how deep it lies, from zero; its name's number, or for other files how many these are, with
    /// a minus; its bytes, or <see cref="IsFolder" />; the layer that brought it, from zero.
    /// </summary>
    public required IReadOnlyList<long> Nodes { get; init; }

    /// <summary>Names of files, hard links each.</summary>
    public required int Files { get; init; }

    /// <summary>Their content, hard links once.</summary>
    public required long Bytes { get; init; }

    /// <summary>How a map of an image begins, so that nobody takes it for another one's.</summary>
    /// <param name="image">The digest of the image's config.</param>
    public static string BeginOf(Digest image) => $$"""{"schemaVersion":1,"configDigest":"{{image.Value}}",""";

    /// <summary>The map as its file has it; nothing in it ends a script in a page.</summary>
    /// <param name="image">The digest of the image's config.</param>
    public string ToJson(Digest image)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 1);
            writer.WriteString("configDigest", image.Value);
            writer.WriteNumber("files", Files);
            writer.WriteNumber("bytes", Bytes);
            writer.WriteStartArray("names");
            foreach (var name in Names)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteStartArray("nodes");
            foreach (var number in Nodes)
                writer.WriteNumberValue(number);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
