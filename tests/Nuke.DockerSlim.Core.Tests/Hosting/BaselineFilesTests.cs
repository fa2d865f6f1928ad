using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class BaselineFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slim-").FullName;
    private static readonly ImageFacts Image = SampleReports.Good.Image;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_named_report_is_read()
    {
        var found = BaselineFiles.Read(Write("old.json", SampleReports.Good), Image);

        Assert.Equal(SampleReports.Good.Sizes, found.Report!.Sizes);
        Assert.Equal(
            (BaselineKind.Report, SampleReports.Good.CreatedAt, null),
            (found.Facts.Kind, found.Facts.CreatedAt, found.Facts.Missing)
        );
    }

    [Fact]
    public void A_named_report_that_is_not_there_is_an_error() =>
        Refused("There is no baseline {0}/none.json; name the slim-report.json of an earlier run with --baseline-report.", "none.json");

    [Fact]
    public void A_folder_is_no_report() =>
        Refused("The baseline {0}/. is a folder; name a report in it, or the folder with --baseline-folder.", ".");

    [Fact]
    public void Another_images_report_is_refused()
    {
        Write("old.json", SampleReports.Good with { Image = Image with { Name = "web" } });

        Refused("The baseline {0}/old.json is about the image web, not about orders-api; name a report of orders-api.", "old.json");
    }

    [Fact]
    public void Another_platforms_report_is_refused()
    {
        Write("old.json", SampleReports.Good with { Image = Image with { Platform = "linux/arm64" } });

        Refused("The baseline {0}/old.json is about linux/arm64, not about linux/amd64; name a report of linux/amd64.", "old.json");
    }

    [Fact]
    public void A_report_of_a_newer_version_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "old.json"), "{\"schemaVersion\": 99}");

        Assert.Contains(
            "newer version",
            Assert.Throws<InputException>(() => BaselineFiles.Read(Path.Combine(_folder, "old.json"), Image)).Message
        );
    }

    [Fact]
    public void A_report_without_figures_is_no_baseline()
    {
        var found = BaselineFiles.Read(Write("old.json", new ImageReport { Image = Image }), Image);

        Assert.Equal((null, "its report holds no figures: that run did not get so far"), (found.Report, found.Facts.Missing));
    }

    [Fact]
    public void Of_several_platforms_the_right_ones_report_is_taken()
    {
        var top = SamplePlatforms.Report;
        var part = top.Platforms.First(x => x.Platform != top.Image.Platform);
        var image = top.Image with { Platform = part.Platform };
        Write(part.Report, SampleReports.Good with { Image = image });

        var found = BaselineFiles.Read(Write("slim-report.json", top), image);

        Assert.Equal(part.Platform, found.Report!.Image.Platform);
    }

    [Fact]
    public void A_report_that_points_out_of_its_folder_is_refused()
    {
        var top = SamplePlatforms.Report;
        var image = top.Image with { Platform = "linux/s390x" };
        Write(
            "slim-report.json",
            top with
            {
                Platforms = [top.Platforms[0] with { Platform = "linux/s390x", Report = "../../etc/passwd" }],
            }
        );

        var e = Assert.Throws<InputException>(() => BaselineFiles.Read(Path.Combine(_folder, "slim-report.json"), image));

        Assert.Contains("outside of its folder", e.Message);
    }

    [Fact]
    public void The_newest_of_the_image_is_taken_out_of_a_folder()
    {
        Write("1/slim-report.json", SampleReports.Good with { Reason = "older", CreatedAt = SampleReports.Good.CreatedAt.AddDays(-1) });
        Write("2/shop/slim-report.json", SampleReports.Good with { Reason = "newest" });
        Write(
            "3/slim-report.json",
            SampleReports.Good with
            {
                CreatedAt = SampleReports.Good.CreatedAt.AddDays(1),
                Image = Image with { Name = "web" },
            }
        );
        Write("own/slim-report.json", SampleReports.Good with { CreatedAt = SampleReports.Good.CreatedAt.AddDays(2) });
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "4")).FullName, "slim-report.json"), "{");

        var found = BaselineFiles.Newest(_folder, Image, Path.Combine(_folder, "own"));

        Assert.Equal(("newest", Path.Combine("2", "shop", "slim-report.json")), (found.Report!.Reason, found.Facts.Found));
    }

    [Theory]
    [InlineData("none", "the folder does not exist yet")]
    [InlineData(".", "it holds no slim-report.json")]
    public void A_folder_without_reports_is_a_state_and_no_error(string folder, string why) =>
        Assert.Equal((null, why), Newest(Path.Combine(_folder, folder)));

    [Fact]
    public void A_folder_of_other_reports_says_so()
    {
        Write("slim-report.json", SampleReports.TestsFailed);

        Assert.Equal((null, "none of its 1 report is a readable one of orders-api for linux/amd64"), Newest(_folder));
    }

    private (ImageReport? Report, string? Missing) Newest(string folder)
    {
        var found = BaselineFiles.Newest(folder, Image, Path.Combine(_folder, "own"));
        return (found.Report, found.Facts.Missing);
    }

    private void Refused(string message, string file) =>
        Assert.Equal(
            string.Format(message, _folder),
            Assert.Throws<InputException>(() => BaselineFiles.Read($"{_folder}/{file}", Image)).Message
        );

    private string Write(string name, ImageReport report)
    {
        var path = Path.Combine(_folder, name);
        JsonReport.Write(path, report);
        return path;
    }
}
