using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class ReportFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slim-reports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reports_are_read_in_the_order_of_their_names()
    {
        Write("till");
        Write("shop");
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        Assert.Equal(["shop", "till"], Read().Select(x => x.Image.Name));
    }

    [Theory]
    [InlineData("{", "cut off")]
    [InlineData("""{"schemaVersion":1,"layers":{}}""", "broken")]
    [InlineData("""{"schemaVersion":1,"sizes":{"downloadBytes":"x"}}""", "broken")]
    [InlineData("""{"schemaVersion":9}""", "newer version")]
    [InlineData("""{"schemaVersion":1,"image":{"name":"till","reference":"x"}}""", "another image")]
    public void One_that_is_no_report_of_its_image_is_refused(string json, string said)
    {
        Write("ours");
        Directory.CreateDirectory(Path.Combine(_folder, "shop"));
        File.WriteAllText(Path.Combine(_folder, "shop", JsonReport.FileName), json);

        Assert.Contains(said, Assert.Throws<InputException>(Read).Message);
    }

    [Fact]
    public void None_at_all_says_what_to_do()
    {
        Assert.Contains("run ./build.sh SlimImage", Assert.Throws<InputException>(Read).Message);
        Assert.Contains("--report-folder", Assert.Throws<InputException>(() => new ReportFolder(_folder + "-none").Read()).Message);
    }

    [Fact]
    public void Too_many_are_refused()
    {
        for (var i = 0; i <= 50; i++)
            Write($"image-{i}");

        Assert.Contains("more than 50 reports", Assert.Throws<InputException>(Read).Message);
    }

    [Fact]
    public void Too_large_ones_are_refused_before_they_are_read()
    {
        Write("shop");
        using (var file = File.OpenWrite(Path.Combine(_folder, "shop", JsonReport.FileName)))
            file.SetLength(8_000_001);

        Assert.Contains("8 MB", Assert.Throws<InputException>(Read).Message);
    }

    [LinuxFact]
    public void Links_are_not_followed()
    {
        Write("shop");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "till"), Path.Combine(_folder, "shop"));
        Directory.CreateDirectory(Path.Combine(_folder, "cart"));
        File.CreateSymbolicLink(Path.Combine(_folder, "cart", JsonReport.FileName), Path.Combine(_folder, "shop", JsonReport.FileName));
        File.CreateSymbolicLink(Path.Combine(_folder, "claim.json"), Path.Combine(_folder, "shop", JsonReport.FileName));

        Assert.Equal("shop", Assert.Single(Read()).Image.Name);
        Assert.Throws<InputException>(() => new ReportFolder(_folder).ReadFile("claim.json", 1_000_000));
    }

    [Fact]
    public void A_file_beside_them_is_read_as_it_was_written_and_bounded()
    {
        var folder = new ReportFolder(_folder);

        folder.WriteFile("claim.json", "{}");

        Assert.Equal("{}"u8.ToArray(), folder.ReadFile("claim.json", 2).ToArray());
        Assert.Contains("larger than 1 bytes", Assert.Throws<InputException>(() => folder.ReadFile("claim.json", 1)).Message);
        Assert.Contains("holds no other.json", Assert.Throws<InputException>(() => folder.ReadFile("other.json", 1)).Message);
    }

    private IReadOnlyList<ImageReport> Read() => new ReportFolder(_folder).Read();

    private void Write(string image) =>
        JsonReport.Write(
            Path.Combine(_folder, image, JsonReport.FileName),
            new ImageReport
            {
                Image = new ImageFacts { Name = image, Reference = image },
            }
        );
}
