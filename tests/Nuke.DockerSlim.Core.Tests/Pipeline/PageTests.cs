using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Pages;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PageTests : PipelineTest
{
    private string PageFile => Path.Combine(Work.Folder.Path, JsonReport.PageFileName);

    private string MapFile => Path.Combine(Work.Folder.Path, "image-files.json");

    [Fact]
    public async Task A_measured_image_leaves_a_page_with_a_map_of_its_files()
    {
        await MeasuredAsync();
        Assert.Empty(PageWork.Write(Work));
        var page = await File.ReadAllTextAsync(PageFile);
        Assert.Contains("\"names\":[\"app\",", await File.ReadAllTextAsync(MapFile));
        Assert.Contains("\"names\":[\"app\",", page);
        Assert.DoesNotContain("<details open>", page);
    }

    [Fact]
    public async Task The_map_of_another_image_is_not_taken_for_its_own()
    {
        await MeasuredAsync();
        await File.WriteAllTextAsync(
            MapFile,
            (await File.ReadAllTextAsync(MapFile)).Replace(
                Work.Report.Image.ConfigDigest!.Value.Value,
                Samples.Digest('9').Value,
                StringComparison.Ordinal
            )
        );
        PageWork.Write(Work);
        Assert.Contains("id=\"files-data\">null</script>", await File.ReadAllTextAsync(PageFile));
    }

    [Fact]
    public async Task A_file_that_was_tampered_with_ends_no_script()
    {
        await MeasuredAsync();
        await File.AppendAllTextAsync(MapFile, "</script><script>alert(1)</script>");
        PageWork.Write(Work);
        Assert.DoesNotContain("<script>alert", await File.ReadAllTextAsync(PageFile));
    }

    [Fact]
    public async Task That_the_page_cannot_be_written_is_said_and_fails_nothing()
    {
        await MeasuredAsync();
        Directory.CreateDirectory(PageFile);
        var sentence = Assert.Single(PageWork.Write(Work));
        Assert.StartsWith("report.html cannot be written: ", sentence);
    }

    [Fact]
    public async Task A_report_that_an_earlier_run_left_gets_its_page_anew()
    {
        await MeasuredAsync();
        PageWork.Write(Work);
        File.Delete(PageFile);
        Assert.Empty(PageWork.Renew(Work));
        Assert.True(File.Exists(PageFile));
        await File.WriteAllTextAsync(Work.Folder.ReportFile, "{");
        Assert.Empty(PageWork.Renew(new ImageWork(Work.Target, Work.Folder)));
    }

    [Fact]
    public async Task A_push_leaves_the_history_of_its_tags_for_the_page()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        Assert.True(await Pipeline.PushAsync(Work, default));
        PageWork.Write(Work);
        var page = await File.ReadAllTextAsync(PageFile);
        Assert.Contains("<bdi>acme/shop:1</bdi>", page);
        Assert.Contains("<bdi>acme/shop:latest</bdi>", page);
    }

    [Fact]
    public async Task Values_of_secrets_are_masked_in_names_of_files_and_in_the_Dockerfile()
    {
        const string Token = "npm_q7Rk2ZbW0xYt4Jv9";
        await File.WriteAllTextAsync(Path.Combine(Context, "token"), Token);
        await File.WriteAllTextAsync(
            Path.Combine(Context, "Dockerfile"),
            $"FROM debian:12-slim AS test\nFROM test AS production\nENV A={Token}\n"
        );
        Take(Work.Target.Definition with { BuildSecrets = ["id=npmrc,src=token"], Budget = new() });
        await MeasuredAsync();
        PageWork.KeepMap(Work, FileMapBuilder.Of(ManyFiles.Named($"srv/{Token}.txt", "srv/other")));
        PageWork.Write(Work);
        Assert.Contains("***.txt", await File.ReadAllTextAsync(MapFile));
        Assert.All((string[])[MapFile, PageFile], x => Assert.DoesNotContain(Token, File.ReadAllText(x)));
    }
}
