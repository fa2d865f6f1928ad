using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class ReportTextsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("texts ü ").FullName;

    private string Root => Path.Combine(_folder, "repository", "services");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_comment_lies_beside_the_reports_and_the_summary_has_no_marker()
    {
        Assert.Empty(Texts().Write([SampleReports.Good], new()));
        var comment = File.ReadAllText(Path.Combine(Root, ReportTexts.CommentFile));
        Assert.Equal(PullRequestComment.Render([SampleReports.Good], new()), comment);
        Assert.True(new CommentMarker("orders-api").Opens(comment));
        Assert.Equal(comment[(comment.IndexOf('\n') + 1)..], File.ReadAllText(Path.Combine(_folder, "summary")));
        Assert.Contains(
            "report=artifacts/images/orders-api/slim-report.json\n",
            File.ReadAllText(Path.Combine(_folder, "outputs")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_are_named_from_the_repository_s_root_on()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "repository", ".git"));
        var texts = Texts();
        Assert.Empty(texts.Write([SampleReports.Good], new() { SourceAddress = new("https://example.com/blob/main/") }));
        Assert.Contains(
            "(<https://example.com/blob/main/services/samples/orders-api/Dockerfile#L33>)",
            File.ReadAllText(Path.Combine(Root, ReportTexts.CommentFile)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "::error file=services/samples/orders-api/Dockerfile,line=33,",
            Assert.Single(texts.Remarks([SampleReports.Grown])),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("linux/amd64", true)]
    [InlineData("linux/arm64", false)]
    public void A_history_beside_the_report_is_drawn_up_to_this_image(string? platform, bool isDrawn)
    {
        WriteHistory("artifacts/images/orders-api", platform);
        Assert.Empty(Texts().Write([SampleReports.Good], new()));
        var comment = File.ReadAllText(Path.Combine(Root, ReportTexts.CommentFile));
        Assert.Equal(isDrawn, comment.Contains("x-axis [\"0123456\", \"this\"]", StringComparison.Ordinal));
        Assert.Equal(isDrawn, comment.Contains("bar [51.0, 62.1]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("""{ "name": "x", "tags": null }""")]
    public void A_history_that_cannot_be_read_is_no_history(string text)
    {
        var file = Path.Combine(Root, "artifacts", "images", "orders-api", HistoryWork.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        Assert.Empty(Texts().Placed(new(), [SampleReports.Good]).History["orders-api"]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../images/other")]
    [InlineData("a\0b")]
    public void A_name_that_leads_elsewhere_has_no_history(string name)
    {
        WriteHistory("artifacts", null);
        WriteHistory("artifacts/images/other", null);
        var report = SampleReports.Good with { Image = SampleReports.Good.Image with { Name = name } };
        Assert.Empty(Texts().Placed(new(), [report]).History[name]);
        var other = SampleReports.Good with { Image = SampleReports.Good.Image with { Name = "other" } };
        Assert.Equal(2, Texts().Placed(new(), [other]).History["other"].Count);
    }

    [Fact]
    public void A_remark_is_made_once()
    {
        var texts = Texts();
        Assert.Single(texts.Remarks([SampleReports.Grown]));
        Assert.Empty(texts.Remarks([SampleReports.Grown]));
    }

    [Fact]
    public void What_cannot_be_written_is_told_and_the_rest_is_written()
    {
        Directory.CreateDirectory(Path.Combine(Root, ReportTexts.CommentFile));
        Assert.StartsWith(
            $"{ReportTexts.CommentFile} cannot be written: ",
            Assert.Single(Texts().Write([SampleReports.Good], new())),
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(_folder, "summary")));
    }

    private void WriteHistory(string folder, string? platform)
    {
        var before = new PastImage
        {
            Digest = Samples.Digest('7'),
            MeasuredAt = SampleReports.Good.CreatedAt,
            Revision = "0123456789abcdef",
            Download = new(51_000_000),
        };
        var tag = new TagHistory
        {
            Reference = "acme/orders-api:main",
            Platform = platform,
            Images = TagHistory.Steps([before], 10),
        };
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllText(
            Path.Combine(Root, folder, HistoryWork.FileName),
            new ImageHistory { Name = "orders-api", Tags = [tag] }.ToJson()
        );
    }

    private ReportTexts Texts() =>
        new(
            Root,
            new StepFiles(x =>
                x switch
                {
                    "GITHUB_STEP_SUMMARY" => Path.Combine(_folder, "summary"),
                    "GITHUB_OUTPUT" => Path.Combine(_folder, "outputs"),
                    _ => null,
                }
            )
        );
}
