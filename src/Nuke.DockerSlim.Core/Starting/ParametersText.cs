using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nuke.DockerSlim.Starting;

/// <summary>Adds to the text of a file of parameters, and leaves every other character of it as it is: order, indentation, comments, line ends.</summary>
public static class ParametersText
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets a parameter that is not set yet; a list gets further entries behind those it has.</summary>
    /// <param name="text">The file's text; empty for none.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">A text, a truth value, or a list of texts.</param>
    /// <returns>The text with it; the same where another value than a list is set already.</returns>
    /// <exception cref="JsonException">It is no JSON object, or has something else than a list there.</exception>
    public static string Add(string text, string name, object value)
    {
        if (text.Trim().Length == 0)
            text = "{\n}\n";
        var place = ParametersPlace.Find(Encoding.UTF8.GetBytes(text), name);
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return (place.Value, value) switch
        {
            (null, _) => Insert(text, place, newLine, $"\"{name}\": {Text(value, place.Indent, newLine)}"),
            ({ LastEnd: < 0 }, IReadOnlyList<string>) => throw new JsonException($"{name} is no list"),
            ({ } list, IReadOnlyList<string> entries) => Append(text, list, entries, newLine, place.Indent),
            _ => text,
        };
    }

    private static string Insert(string text, ParametersPlace place, string newLine, string property)
    {
        var at = CharOf(text, place.LastEnd);
        var comma = place.HasProperties ? "," : "";
        var rest = text[at..];
        var lineEnd = rest.IndexOfAny(['\r', '\n']);
        // A comment behind the last value is about that.
        if (lineEnd > 0 && rest.TrimStart(' ', '\t').StartsWith("//", StringComparison.Ordinal))
            return text[..at] + comma + rest[..lineEnd] + newLine + place.Indent + property + rest[lineEnd..];
        // A file of one line has its bracket right behind the last value.
        var end = rest.TrimStart(' ', '\t').StartsWith('}') ? newLine : "";
        return text[..at] + comma + newLine + place.Indent + property + end + (end.Length > 0 ? rest.TrimStart(' ', '\t') : rest);
    }

    private static string Append(string text, ParametersList list, IReadOnlyList<string> entries, string newLine, string indent)
    {
        var at = CharOf(text, list.LastEnd);
        var inner = indent + indent;
        var added = string.Concat(
            entries.Select((x, i) => (i > 0 || list.HasEntries ? "," : "") + newLine + inner + JsonSerializer.Serialize(x, Letters))
        );
        var rest = text[at..];
        return rest.TrimStart(' ', '\t').StartsWith(']')
            ? text[..at] + added + newLine + indent + rest.TrimStart(' ', '\t')
            : text[..at] + added + rest;
    }

    private static string Text(object value, string indent, string newLine) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            IReadOnlyList<string> entries =>
                $"[{newLine}{string.Join("," + newLine, entries.Select(x => indent + indent + JsonSerializer.Serialize(x, Letters)))}{newLine}{indent}]",
            _ => JsonSerializer.Serialize(value.ToString(), Letters),
        };

    private static int CharOf(string text, long byteOffset) =>
        Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(text).AsSpan(0, (int)byteOffset));
}
