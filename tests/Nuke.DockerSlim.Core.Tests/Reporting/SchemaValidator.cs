using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>
/// Validates JSON against a JSON Schema (2020-12) of just the keywords that ours uses; any other keyword is an error, so that none is
/// silently not applied.
/// </summary>
/// <param name="schema">The schema, its definitions below <c>$defs</c>.</param>
/// <param name="knowsAll">Whether a property that the schema does not name is a problem too.</param>
internal sealed class SchemaValidator(JsonObject schema, bool knowsAll)
{
    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Check(schema, value, "$")];

    private IEnumerable<string> Check(JsonObject rules, JsonNode? value, string path) =>
        rules.SelectMany(x => Check(x.Key, x.Value!, rules, value, path));

    private IEnumerable<string> Check(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string path) =>
        keyword switch
        {
            "$schema" or "$id" or "$defs" or "title" or "description" => [],
            "$ref" => Check(Definition(rule.GetValue<string>()), value, path),
            "type" => If(!Types(rule).Any(x => IsOfType(x, value)), $"{path} is no {rule.ToJsonString()}"),
            "const" => If(!JsonNode.DeepEquals(rule, value), $"{path} is not {rule}"),
            "enum" => If(!rule.AsArray().Any(x => JsonNode.DeepEquals(x, value)), $"{path} is none of {rule.ToJsonString()}"),
            "anyOf" => If(
                rule.AsArray().All(x => Check(x!.AsObject(), value, path).Any()),
                string.Join(", ", rule.AsArray().SelectMany(x => Check(x!.AsObject(), value, path)))
            ),
            "required" => value is JsonObject o
                ? rule.AsArray().Where(x => !o.ContainsKey((string)x!)).Select(x => $"{path} has no {x}")
                : [],
            "properties" => value is JsonObject o ? o.SelectMany(x => Property(rule.AsObject(), x.Key, x.Value, path)) : [],
            "items" => value is JsonArray a ? a.SelectMany((x, i) => Check(rule.AsObject(), x, $"{path}[{i}]")) : [],
            "maxItems" => If(value is JsonArray a && a.Count > (int)rule, $"{path} has more than {rule} items"),
            "maxLength" => If(Text(value)?.Length > (int)rule, $"{path} is longer than {rule}"),
            "minimum" => If(IsOfType("integer", value) && (long)value! < (long)rule, $"{path} is less than {rule}"),
            "pattern" => If(Text(value) is { } text && !Regex.IsMatch(text, (string)rule!), $"{path} does not match {rule}"),
            "format" => (string)rule! == "date-time"
                ? If(!DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, out _), $"{path} is no date-time")
                : throw new NotSupportedException($"format {rule}"),
            _ => throw new NotSupportedException($"keyword {keyword} at {path} of {rules.ToJsonString()}"),
        };

    private IEnumerable<string> Property(JsonObject properties, string name, JsonNode? value, string path)
    {
        if (properties[name] is JsonObject rules)
            return Check(rules, value, $"{path}.{name}");
        return If(knowsAll, $"{path}.{name} is not in the schema");
    }

    private JsonObject Definition(string reference)
    {
        Assert.StartsWith("#/$defs/", reference);
        return schema["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
    }

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(x => (string)x!) : [(string)rule!];

    private static bool IsOfType(string type, JsonNode? value) =>
        type switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => Text(value) is not null,
            "boolean" => value is JsonValue v && v.TryGetValue<bool>(out _),
            "number" => value is JsonValue v && v.TryGetValue<decimal>(out _),
            "integer" => value is JsonValue v && v.TryGetValue<long>(out _),
            _ => throw new NotSupportedException($"type {type}"),
        };

    private static string? Text(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<string> If(bool isWrong, string problem) => isWrong ? [problem] : [];
}
