using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Holds what is written, docs/slim-report.schema.json and docs/report.md together.</summary>
public sealed class ReportSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(Doc("slim-report.schema.json"))!.AsObject();

    public static TheoryData<string> Reports =>
        ["good", "over-budget", "tests-failed", "hostile", "smoke-failed", "advice", "platforms", "compared", "grown", "repeated", "new"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_is_written_is_valid_and_all_of_it_is_in_the_schema(string name) =>
        Assert.Empty(new SchemaValidator(Schema, knowsAll: true).Problems(Written(name)));

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_field_that_is_written_is_required(string name)
    {
        var report = Written(name);
        var validator = new SchemaValidator(Schema, knowsAll: false);
        foreach (var (parent, field) in Fields(report).ToList())
        {
            var value = parent[field];
            parent.Remove(field);
            Assert.NotEmpty(validator.Problems(report));
            parent[field] = value;
        }
        Assert.Empty(validator.Problems(report));
    }

    [Fact]
    public void Fields_of_later_versions_are_allowed()
    {
        var report = Written("good");
        foreach (var (parent, _) in Fields(report).ToList())
            parent["later"] = new JsonArray(1);
        Assert.Empty(new SchemaValidator(Schema, knowsAll: false).Problems(report));
    }

    [Theory]
    [InlineData("schemaVersion", "2")]
    [InlineData("createdAt", "\"yesterday\"")]
    [InlineData("outcome", "\"splendid\"")]
    [InlineData("outcome", "null")]
    [InlineData("sizes", "{}")]
    [InlineData("sizes", "1")]
    [InlineData("layers", "[{}]")]
    [InlineData("layers", "null")]
    [InlineData("push", "[]")]
    [InlineData("reason", "1")]
    public void A_wrong_value_is_found(string field, string value)
    {
        var report = Written("good");
        report[field] = JsonNode.Parse(value);
        Assert.NotEmpty(new SchemaValidator(Schema, knowsAll: false).Problems(report));
    }

    [Fact]
    public void The_schemas_version_is_the_one_that_is_written() =>
        Assert.Equal(ImageReport.CurrentSchemaVersion, (int)Schema["properties"]!["schemaVersion"]!["const"]!);

    [Fact]
    public void The_schema_names_every_value_of_the_enums()
    {
        Assert.Equal(Names<ReportOutcome>(), Values(Schema["properties"]!["outcome"]!));
        Assert.Equal(Names<TestStatus>(), Values(Schema["properties"]!["tests"]!["properties"]!["status"]!));
        Assert.Equal(Names<SmokeStatus>(), Values(Schema["properties"]!["smoke"]!["properties"]!["status"]!));
        Assert.Equal(Names<Verdict>(), Values(Schema["$defs"]!["limit"]!["properties"]!["verdict"]!));
        Assert.Equal(Names<BaselineKind>(), Values(Schema["$defs"]!["baseline"]!["properties"]!["kind"]!));
        Assert.Equal(Names<ChangeKind>(), Values(Schema["$defs"]!["measureDelta"]!["properties"]!["kind"]!));
        Assert.Equal(Names<ChangeCause>(), Values(Schema["$defs"]!["lineDelta"]!["properties"]!["cause"]!));
        Assert.Equal(Names<ReproducibilityVerdict>(), Values(Schema["$defs"]!["reproducibility"]!["properties"]!["verdict"]!));
        Assert.Equal(Names<RepeatedCause>(), Values(Schema["$defs"]!["repeatedFile"]!["properties"]!["cause"]!));
        Assert.Equal(Names<RepeatedCause>(), Values(Schema["$defs"]!["repeatedLayer"]!["properties"]!["causes"]!["items"]!));
        Assert.Equal(Names<RepeatedDifference>(), Values(Schema["$defs"]!["repeatedFile"]!["properties"]!["differences"]!["items"]!));
        Assert.Equal(Names<FindingSeverity>(), Values(Schema["$defs"]!["finding"]!["properties"]!["severity"]!));
    }

    [Fact]
    public void The_document_explains_every_field_and_every_value_and_no_other()
    {
        var rows = Doc("report.md")
            .Split('\n')
            .Where(x => x.StartsWith("| `", StringComparison.Ordinal))
            .Select(x => x.Split('`')[1])
            .Order(StringComparer.Ordinal);
        // The builds have the same fields, and a platform those of the image, and a stage's layers those of the image's; the document names them once.
        var fields = Paths(Schema, "")
            .Where(x => !Regex.IsMatch(x, @"^(platforms\[\]\.(sizes|pull|builds|budget)|reproducibility\.stages\[\]\.layers)[.\[]"))
            .Select(x => Regex.Replace(x, @"^(builds|lineTimes)\.\w+\.", "$1.*."))
            .Distinct();
        Assert.Equal(fields.Order(StringComparer.Ordinal), rows);
        foreach (var value in Names<ReportOutcome>().Concat(Names<TestStatus>()).Concat(Names<Verdict>()).Concat(Names<FindingSeverity>()))
            Assert.Contains($"`{value}`", Doc("report.md"));
    }

    private static IEnumerable<string> Paths(JsonObject rules, string path)
    {
        var resolved = Resolve(rules);
        if (resolved["items"] is JsonObject items)
            return Paths(items, $"{path}[]");
        if (resolved["properties"] is not JsonObject properties)
            return [];
        return properties.SelectMany(x => Paths(x.Value!.AsObject(), Under(path, x.Key)).Prepend(Under(path, x.Key)));
    }

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonObject Resolve(JsonObject rules)
    {
        var reference = rules["$ref"] ?? rules["anyOf"]?[0]?["$ref"];
        return reference is null ? rules : Schema["$defs"]![((string)reference!)["#/$defs/".Length..]]!.AsObject();
    }

    private static IEnumerable<(JsonObject Parent, string Field)> Fields(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.ToList().SelectMany(x => Fields(x.Value).Prepend((o, x.Key))),
            JsonArray a => a.SelectMany(Fields),
            _ => [],
        };

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string> Values(JsonNode rules) => rules["enum"]!.AsArray().Select(x => (string)x!);

    private static JsonObject Written(string name)
    {
        var report = name switch
        {
            "good" => SampleReports.Good,
            "over-budget" => SampleReports.OverBudget,
            "tests-failed" => SampleReports.TestsFailed,
            "hostile" => SampleReports.Hostile,
            "platforms" => SamplePlatforms.Report,
            "grown" => SampleReports.Grown,
            "smoke-failed" => SampleSmoke.Failed,
            "compared" => SampleComparison.Report,
            "repeated" => SampleReproducibility.Report,
            "advice" => SampleAdvice.Tried,
            _ => new(),
        };
        return JsonNode.Parse(JsonReport.ToJson(report))!.AsObject();
    }

    private static string Doc(string name, [CallerFilePath] string caller = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "docs", name));
}
