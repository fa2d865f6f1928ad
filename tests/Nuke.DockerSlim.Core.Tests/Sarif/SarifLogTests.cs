using System.Text.Json.Nodes;
using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Sarif;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Sarif;

public sealed class SarifLogTests
{
    private const string Dockerfile = "FROM node:20 AS build\nRUN npm install\n\nFROM node:20-slim\nCOPY --from=build /app /app\n";

    private static readonly SchemaValidator CodeScanning = new(
        JsonNode
            .Parse(File.ReadAllText(Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "sarif", "code-scanning.schema.json")))!
            .AsObject(),
        knowsAll: true
    );

    [Fact]
    public void Code_scanning_takes_what_every_sample_comes_to()
    {
        ImageReport[] samples = [SampleReports.Good, SampleReports.OverBudget, SampleReports.Hostile, SamplePlatforms.Report, new()];
        foreach (var sample in samples)
            Assert.Empty(CodeScanning.Problems(Log([.. SarifResults.Of(sample)])));
        Assert.Empty(
            CodeScanning.Problems(
                Log(
                    new Finding
                    {
                        Rule = "root-user",
                        Severity = FindingSeverity.Error,
                        Message = "It is.",
                    }
                )
            )
        );
    }

    [Fact]
    public void Every_rule_of_ours_is_described_by_its_page()
    {
        Finding[] all =
        [
            .. DockerfileRules
                .All.Select(x => (x.Id, x.Severity))
                .Concat(MeasuredRules.All.Select(x => (Id: x, Severity: FindingSeverity.Warning)))
                .Select(x => new Finding
                {
                    Rule = x.Id,
                    Severity = x.Severity,
                    Message = "It is so.",
                }),
        ];
        var log = Log(all);
        Assert.Empty(CodeScanning.Problems(log));
        foreach (var rule in Rules(log))
        {
            Assert.EndsWith($"#{rule["id"]}", (string)rule["helpUri"]!);
            Assert.True(((string)rule["shortDescription"]!["text"]!).Length > 10, $"{rule["id"]} is not described");
            Assert.DoesNotContain("](", (string)rule["fullDescription"]!["text"]!);
        }
        Assert.Equal(
            "Compilers, make, git, headers and their like installed in a stage whose layers are the image's.",
            Described("build-tool-in-production")
        );

        string Described(string id) => (string)Rules(log).Single(x => (string)x["id"]! == id)["shortDescription"]!["text"]!;
    }

    [Fact]
    public void A_result_has_its_place_level_and_rule()
    {
        var log = Log(
            new Finding
            {
                Rule = "install-without-lock",
                Severity = FindingSeverity.Warning,
                File = "Dockerfile",
                Line = 2,
                Message = "No lock.",
                Fix = "npm ci.",
            }
        );
        var result = Assert.Single(Results(log));
        Assert.Equal(
            ("install-without-lock", "warning", "No lock. npm ci."),
            ((string)result["ruleId"]!, (string)result["level"]!, (string)result["message"]!["text"]!)
        );
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("""{"uri":"services/a%20shop/Dockerfile","uriBaseId":"%SRCROOT%"}""", place["artifactLocation"]!.ToJsonString());
        Assert.Equal("""{"startLine":2,"startColumn":1,"endLine":2,"endColumn":16}""", place["region"]!.ToJsonString());
        Assert.Equal(LineHashes.Of(Dockerfile)[1], (string)result["partialFingerprints"]!["primaryLocationLineHash"]!);
        Assert.Equal((int)result["ruleIndex"]!, Rules(log).Index().Single(x => (string)x.Item["id"]! == "install-without-lock").Index);
    }

    [Fact]
    public void The_builders_rules_lead_to_the_builders_pages()
    {
        const string Page = "https://docs.docker.com/go/dockerfile/rule/stage-name-casing/";
        var log = Log(
            new Finding
            {
                Rule = "StageNameCasing",
                Severity = FindingSeverity.Warning,
                File = "Dockerfile",
                Line = 1,
                Message = "Casing.",
                Fix = "See " + Page,
            }
        );
        Assert.Equal(Page, (string)Assert.Single(Rules(log))["helpUri"]!);
        Assert.Equal("Casing.", (string)Results(log)[0]["message"]!["text"]!);
        Assert.Empty(CodeScanning.Problems(log));
    }

    [Fact]
    public void Fingerprints_stay_when_figures_and_lines_change()
    {
        Assert.Equal(Print("3.2 MB are wasted.", Dockerfile, 2), Print("1,024.5 MB are wasted.", "# new\n" + Dockerfile, 3));
        Assert.NotEqual(Print("3.2 MB are wasted.", Dockerfile, 2), Print("3.2 MB are wasted.", Dockerfile, 1));

        static string Print(string message, string text, int line) =>
            (string)Results(Log([SarifResults.Of(Of(message, line), "Dockerfile")], text))[0]["partialFingerprints"]!["slimFinding/v1"]!;

        static Finding Of(string message, int line) =>
            new()
            {
                Rule = "late-removal",
                Severity = FindingSeverity.Warning,
                File = "Dockerfile",
                Line = line,
                Message = message,
            };
    }

    [Fact]
    public void What_several_platforms_have_is_written_once()
    {
        var residue = new ResidueFacts
        {
            Kind = "headers",
            Path = "/usr/include/",
            Content = new(2_000_000),
            Files = 7,
            Line = 4,
            Fix = "Use a builder stage.",
        };
        var one = new ImageReport
        {
            Image = new() { Name = "shop", Dockerfile = "Dockerfile" },
            Residue = [residue, residue with { Path = "/usr/local/include/", Content = new(500_000) }],
            Findings =
            [
                new Finding
                {
                    Rule = "root-user",
                    Severity = FindingSeverity.Warning,
                    Line = 4,
                    Message = "No USER.",
                },
                new Finding
                {
                    Rule = "residue-headers",
                    Severity = FindingSeverity.Warning,
                    Line = 4,
                    Message = "Headers, /usr/include/: 2.0 MB.",
                },
            ],
        };
        var other = one with { Residue = [residue with { Content = new(2_100_000) }] };
        var log = Log([.. SarifResults.Of(one), .. SarifResults.Of(other)], Dockerfile);
        Assert.Equal(
            ["2.5 MB that a service does not need to run: /usr/include/, /usr/local/include/. Use a builder stage.", "No USER."],
            Results(log).Select(x => (string)x["message"]!["text"]!)
        );
        Assert.Equal(["warning", "warning"], Results(log).Select(x => (string)x["level"]!));
    }

    [Fact]
    public void What_is_switched_off_is_suppressed()
    {
        var finding = new Finding
        {
            Rule = "root-user",
            Severity = FindingSeverity.Warning,
            File = "Dockerfile",
            Line = 4,
            Message = "No USER.",
        };
        var log = Log([SarifResults.Of(finding, "Dockerfile", "inSource")], Dockerfile);
        Assert.Equal("""[{"kind":"inSource","status":"accepted"}]""", Results(log)[0]["suppressions"]!.ToJsonString());
        Assert.Empty(CodeScanning.Problems(log));
    }

    [Fact]
    public void A_line_that_the_file_no_longer_has_is_its_last()
    {
        var log = Log(
            new Finding
            {
                Rule = "root-user",
                Severity = FindingSeverity.Warning,
                File = "Dockerfile",
                Line = 40,
                Message = "No USER.",
            }
        );
        Assert.Equal(6, (int)Results(log)[0]["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!);
    }

    private static JsonNode Log(params Finding[] findings) => Log([.. findings.Select(x => SarifResults.Of(x, "Dockerfile"))], Dockerfile);

    private static JsonNode Log(SarifResult[] results, string? text = null) =>
        JsonNode.Parse(new SarifLog("0.1.0", x => x == "Dockerfile" ? text : null, x => "services/a shop/" + x).Write(results))!;

    private static IReadOnlyList<JsonNode> Results(JsonNode log) => [.. log["runs"]![0]!["results"]!.AsArray().Select(x => x!)];

    private static IReadOnlyList<JsonNode> Rules(JsonNode log) =>
        [.. log["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().Select(x => x!)];
}
