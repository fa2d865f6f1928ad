using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class JsonReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reports ü ").FullName;

    private string File1 => Path.Combine(_folder, "images", "shop", JsonReport.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("good")]
    [InlineData("over-budget")]
    [InlineData("new")]
    public void Writes_the_golden_file(string name) => GoldenFile.Holds($"{name}.json", JsonReport.ToJson(Named(name)));

    [Fact]
    public void Reads_what_it_wrote()
    {
        foreach (
            var report in new[]
            {
                SampleReports.Good,
                SampleReports.OverBudget,
                SampleReports.TestsFailed,
                SampleReports.Hostile,
                SampleSmoke.Failed,
                SampleComparison.Report,
                new(),
            }
        )
        {
            JsonReport.Write(File1, report);
            Assert.Equal(JsonReport.ToJson(report), JsonReport.ToJson(JsonReport.Read(File1)));
        }
    }

    [Fact]
    public void Replaces_the_file_in_one_piece_and_leaves_nothing_beside_it()
    {
        JsonReport.Write(File1, SampleReports.Good);
        using (var open = File.Open(File1, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            JsonReport.Write(File1, SampleReports.OverBudget);
            // Whoever had the old report open still reads all of it.
            using var reader = new StreamReader(open);
            Assert.Equal(JsonReport.ToJson(SampleReports.Good), reader.ReadToEnd());
        }
        Assert.Equal([File1], Directory.GetFiles(Path.GetDirectoryName(File1)!));
        Assert.Equal(ReportOutcome.BudgetExceeded, JsonReport.Read(File1).Outcome);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_said_and_leaves_nothing()
    {
        Directory.CreateDirectory(File1);
        var e = Assert.Throws<InputException>(() => JsonReport.Write(File1, SampleReports.Good));
        Assert.StartsWith($"The report cannot be written to {File1}: ", e.Message);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(File1)!));
    }

    [Fact]
    public void A_missing_report_names_the_target_that_makes_it()
    {
        var e = Assert.Throws<InputException>(() => JsonReport.Read(File1));
        Assert.Equal($"There is no report {File1} yet: run ./build.sh SlimImage, which measures the image and writes it.", e.Message);
    }

    [Fact]
    public void A_newer_report_is_refused_whatever_its_shape()
    {
        var e = Throws("""{ "image": [1, { "schemaVersion": 1 }], "schemaVersion": 3, "outcome": { } }""");
        Assert.Equal(
            $"{File1} was written by a newer version (schema 3; this one reads up to 1): update the package, or delete the file and run ./build.sh SlimImage",
            e.Message
        );
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n ", "is empty")]
    [InlineData("null", "is no JSON object")]
    [InlineData("[1]", "is no JSON object")]
    [InlineData("{}", "has no schemaVersion")]
    [InlineData("""{ "schemaVersion": "1" }""", "has no valid schemaVersion")]
    [InlineData("""{ "schemaVersion": 0 }""", "has no valid schemaVersion")]
    [InlineData("{ \"schemaVersion\": 1,\n\n\"image\": x }", "is broken at line 3")]
    [InlineData("{ \"schemaVersion\": 1,\n\"outcome\": \"splendid\" }", "is broken at line 2, $.outcome")]
    [InlineData("{ \"schemaVersion\": 1,\n\"outcome\": 1 }", "is broken at line 2, $.outcome")]
    [InlineData("{ \"schemaVersion\": 1,\n\"layers\": [\n{ \"diffId\": \"sha256:1\" }] }", "is broken at line 3, $.layers[0].diffId")]
    [InlineData("{ \"schemaVersion\": 1,\n\"sizes\": { \"downloadBytes\": 1 } }", "is broken at line 2, $.sizes")]
    [InlineData("{ \"schemaVersion\": 1,\n\"image\": null }", "is broken at line 2, $.image")]
    [InlineData("{ \"schemaVersion\": 1,\n\"layers\": [null] }", "is broken, $.layers")]
    [InlineData("{ \"schemaVersion\": 1,\n\"push\": { \"tags\": [null] } }", "is broken, $.push.tags")]
    [InlineData(
        "{ \"schemaVersion\": 1,\n\"tests\": { \"failures\": [{ \"name\": \"x\" }] } }",
        "is broken at line 2, $.tests.failures[0]"
    )]
    [InlineData("{ \"schemaVersion\": 1 }\n{", "is broken at line 2")]
    [InlineData("{ \"schemaVersion\": 1,\n\"image\": {", "is cut off at line 2")]
    [InlineData("{ \"schemaVersion\": 1,\n\"image", "is cut off at line 2")]
    [InlineData("{", "is cut off at line 1")]
    public void A_broken_report_names_the_place(string json, string problem) =>
        Assert.Equal($"The report {File1} {problem}: delete the file and run ./build.sh SlimImage.", Throws(json).Message);

    [Fact]
    public void A_report_cut_anywhere_is_refused()
    {
        var whole = JsonReport.ToJson(SampleReports.OverBudget).TrimEnd();
        for (var length = 0; length < whole.Length; length += 7)
            Throws(whole[..length]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Write([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]);
        Assert.Throws<InputException>(() => JsonReport.Read(File1));
    }

    [Fact]
    public void A_byte_order_mark_and_unknown_fields_are_overlooked()
    {
        var json = JsonReport.ToJson(SampleReports.Good).Replace("\"image\": {", "\"later\": { \"x\": [1] }, \"image\": { \"also\": null,");
        Write([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)]);
        Assert.Equal(JsonReport.ToJson(SampleReports.Good), JsonReport.ToJson(JsonReport.Read(File1)));
    }

    [Fact]
    public void Fields_that_an_early_version_did_not_write_have_their_defaults()
    {
        Write("""{ "schemaVersion": 1 }"""u8.ToArray());
        Assert.Equal(JsonReport.ToJson(new()), JsonReport.ToJson(JsonReport.Read(File1)));
    }

    [Fact]
    public void A_build_that_an_early_version_wrote_has_no_rounds_and_no_split()
    {
        Write("""{ "schemaVersion": 1, "builds": { "cold": { "milliseconds": 5, "steps": 1, "cachedSteps": 0 } } }"""u8.ToArray());
        var cold = JsonReport.Read(File1).Builds.Cold!;
        Assert.Empty(cold.Rounds);
        Assert.Null(cold.Split);
    }

    private InputException Throws(string json)
    {
        Write(Encoding.UTF8.GetBytes(json));
        return Assert.Throws<InputException>(() => JsonReport.Read(File1));
    }

    private void Write(byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        File.WriteAllBytes(File1, content);
    }

    private static ImageReport Named(string name) =>
        name switch
        {
            "good" => SampleReports.Good,
            "over-budget" => SampleReports.OverBudget,
            _ => new(),
        };
}
