using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class HistorySearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slim-").FullName;
    private static readonly ImageReport Report = SampleReports.Good;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reports_and_kept_runs_of_a_folder_are_one_history()
    {
        WriteReport("1", Report);
        WriteReport("2/images/orders-api", Report with { CreatedAt = Report.CreatedAt.AddDays(2) });
        WriteReport("3", Report with { Image = Report.Image with { Name = "web" } });
        WriteReport("4", Report with { CreatedAt = Report.CreatedAt.AddDays(4), Sizes = null });
        File.WriteAllText(Path.Combine(_folder, "1", "image.json"), "{");
        // One of them is told of by a report, too.
        WriteRuns("5", "orders-api", Report.CreatedAt.AddDays(2), Report.CreatedAt.AddDays(1));

        var found = Assert.Single(Find("."));

        Assert.Equal((HistoryKind.Folder, ".", "linux/amd64", null), (found.Kind, found.Reference, found.Platform, found.Missing));
        Assert.Equal([2, 1, 0], found.Images.Select(x => (x.Image.MeasuredAt - Report.CreatedAt).Days));
        Assert.Equal([0, 0, null], found.Images.Select(x => x.DownloadChange?.Bytes));
    }

    [Fact]
    public void Each_platform_has_its_own()
    {
        WriteReport("1", Report with { Platforms = SamplePlatforms.Report.Platforms });
        WriteReport("1/platforms/linux-amd64", Report);
        WriteReport("1/platforms/linux-arm64", Report with { Image = Report.Image with { Platform = "linux/arm64" } });

        Assert.Equal(["linux/amd64", "linux/arm64"], Find(".").Select(x => x.Platform));
        Assert.All(Find("."), x => Assert.Single(x.Images));
    }

    [Fact]
    public void A_folder_without_any_is_a_state()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "none"));
        Assert.Equal("it holds no slim-report.json and no run-history.json of orders-api", Assert.Single(Find("none")).Missing);
    }

    [Fact]
    public void A_file_of_runs_is_read_from_anywhere()
    {
        WriteRuns("kept", "orders-api", Report.CreatedAt);
        var found = Assert.Single(Find("kept/run-history.json"));
        Assert.Equal((HistoryKind.Runs, "kept/run-history.json"), (found.Kind, found.Reference));
        Assert.Single(found.Images);
    }

    [Fact]
    public void What_is_not_there_is_an_error() =>
        Refused("none", "There is no file or folder none; name what earlier runs left with --history-from.");

    [Fact]
    public void Another_images_file_is_refused()
    {
        WriteRuns("kept", "web", Report.CreatedAt);
        Refused(
            "kept/run-history.json",
            "kept/run-history.json is the history of the image web, not of orders-api; name one of orders-api with --history-from, or all by their folder."
        );
    }

    [Theory]
    [InlineData("{\"schemaVersion\": 99}")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\": 1, \"name\": \"orders-api\", \"tags\": [{\"reference\": \"x\", \"images\": [{\"image\": {}}]}]}")]
    public void What_is_no_history_is_refused(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), text);
        Refused(
            "a.json",
            "a.json is no history that this version reads; name a run-history.json or a folder of earlier runs with --history-from."
        );
    }

    [Fact]
    public void What_is_half_there_is_left_out()
    {
        File.WriteAllText(
            Path.Combine(_folder, "a.json"),
            "{\"schemaVersion\": 1, \"name\": \"orders-api\", \"tags\": [null, {\"reference\": null}, {\"reference\": \"x\", \"images\": [null, {\"image\": null}]}]}"
        );
        Assert.Empty(Assert.Single(Find("a.json")).Images);
    }

    private IReadOnlyList<TagHistory> Find(string name) => HistorySearch.Find(Path.Combine(_folder, name), name, "orders-api");

    private void Refused(string name, string sentence) => Assert.Equal(sentence, Assert.Throws<InputException>(() => Find(name)).Message);

    private void WriteReport(string folder, ImageReport report)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        JsonReport.Write(Path.Combine(_folder, folder, JsonReport.FileName), report);
    }

    private void WriteRuns(string folder, string name, params DateTimeOffset[] times)
    {
        var history = new ImageHistory
        {
            Name = name,
            Tags =
            [
                new()
                {
                    Kind = HistoryKind.Runs,
                    Reference = "artifacts/images/x/run-history.json",
                    Platform = "linux/amd64",
                    Images = TagHistory.Steps(
                        [.. times.Select(x => PastImage.OfRun(Report, null)! with { MeasuredAt = x })],
                        RunHistory.Most
                    ),
                },
            ],
        };
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.WriteAllText(Path.Combine(_folder, folder, RunHistory.FileName), history.ToJson());
    }
}
