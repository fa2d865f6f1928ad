using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("results ü ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Result_files_are_found_at_any_depth_in_a_steady_order()
    {
        Write("junit.xml", "<a/>");
        Write("deep/er/unit.TRX", "<b/>");
        Write("coverage.json", "{}");
        var files = ResultsFolder.Read(_folder, "/results");
        Assert.Equal([$"/results: {Path.Combine("deep", "er", "unit.TRX")}", "/results: junit.xml"], files.Select(x => x.Name));
        Assert.Equal("<b/>"u8.ToArray(), files[0].Content.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not there")]
    public void Where_there_are_none_the_place_in_the_stage_is_named(string folder)
    {
        Write("output.txt", "3 passed");
        var e = Assert.Throws<InputException>(() => ResultsFolder.Read(Path.Combine(_folder, folder), "/app/results"));
        Assert.Equal(
            "The test stage has no .xml or .trx file at /app/results; correct --test-results, or let the tests write their results there.",
            e.Message
        );
    }

    [Fact]
    public void A_file_that_no_test_run_writes_is_refused_unread()
    {
        // Sparse: it takes no room.
        using (var file = File.Create(Path.Combine(_folder, "core.xml")))
            file.SetLength((64 << 20) + 1);
        var e = Assert.Throws<InputException>(() => ResultsFolder.Read(_folder, "/results"));
        Assert.Equal("The test results core.xml are 67 MB large; at most 64 MiB are read.", e.Message);
    }

    private void Write(string relative, string content)
    {
        var file = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
