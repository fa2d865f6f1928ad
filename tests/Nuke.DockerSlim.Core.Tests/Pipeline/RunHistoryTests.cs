using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class RunHistoryTests : PipelineTest
{
    private static readonly DateTimeOffset First = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private string HistoryPath => Path.Combine(Work.Folder.Path, RunHistory.FileName);

    private IReadOnlyList<PastStep> Runs => Assert.Single(HistoryFile.Read(HistoryPath)!.Tags).Images;

    [Fact]
    public async Task Each_run_that_weighs_the_image_is_kept_the_newest_first()
    {
        await RunAsync(First);
        await RunAsync(First.AddMinutes(5));

        var history = Assert.Single(HistoryFile.Read(HistoryPath)!.Tags);
        Assert.Equal((HistoryKind.Runs, "shop/run-history.json", "linux/amd64"), (history.Kind, history.Reference, history.Platform));
        Assert.Equal([First.AddMinutes(5), First], Runs.Select(x => x.Image.MeasuredAt));
        Assert.Equal([0, null], Runs.Select(x => x.DownloadChange?.Bytes));
        var run = Runs[0].Image;
        Assert.Equal(
            (Manifest, Measured.Sizes!.Download, Measured.Builds.Cold!.Milliseconds, ReportOutcome.Incomplete),
            (run.Digest, run.Download, run.ColdMilliseconds, run.Outcome)
        );
    }

    [Fact]
    public async Task What_a_later_target_finds_of_a_run_replaces_what_was_said_of_it()
    {
        await RunAsync(First);
        var later = new ImageWork(Work.Target, Work.Folder);
        later.Resume();
        ImagePipeline.Judge(later);
        RunConclusion.Write(later, null);
        Assert.Empty(RunHistory.Keep(later));

        Assert.Equal(ReportOutcome.Good, Assert.Single(Runs).Image.Outcome);
    }

    [Fact]
    public async Task A_target_that_weighs_nothing_is_no_run()
    {
        await RunAsync(First);
        var later = new ImageWork(Work.Target, Work.Folder);
        later.Resume();
        later.Update(later.Report with { CreatedAt = First.AddMinutes(1) });
        Assert.Empty(RunHistory.Keep(later));

        Assert.Equal(First, Assert.Single(Runs).Image.MeasuredAt);
    }

    [Fact]
    public async Task So_many_are_kept_and_the_oldest_go()
    {
        await RunAsync(First);
        for (var i = 1; i <= RunHistory.Most; i++)
            Keep(First.AddMinutes(i));

        Assert.Equal(RunHistory.Most, Runs.Count);
        Assert.Equal(First.AddMinutes(1), Runs[^1].Image.MeasuredAt);
    }

    [Theory]
    [InlineData("{\"schemaVersion\": 99, \"name\": \"shop\", \"tags\": []}")]
    [InlineData("half a fi")]
    public async Task A_file_that_cannot_be_read_is_left_as_it_is_and_said(string text)
    {
        await MeasuredAsync();
        await File.WriteAllTextAsync(HistoryPath, text);

        Assert.Equal(
            "shop/run-history.json cannot be read by this version, and this run is not kept in it; remove it to begin anew.",
            Assert.Single(RunHistory.Keep(Work))
        );
        Assert.Equal(text, await File.ReadAllTextAsync(HistoryPath));
    }

    [Fact]
    public async Task An_image_from_elsewhere_is_no_run_of_this_one()
    {
        await MeasuredAsync();
        var report = Work.Report;
        Take(Work.Target.Definition with { MeasuredImage = "docker-daemon:acme/shop:1" });
        Work.Update(report);
        Work.MeasuredHere = true;

        Assert.Empty(RunHistory.Keep(Work));
        Assert.False(File.Exists(HistoryPath));
    }

    [Fact]
    public async Task The_page_shows_runs_from_the_second_on()
    {
        await RunAsync(First);
        Assert.DoesNotContain("runs kept in", Page());
        await RunAsync(First.AddMinutes(5));
        Assert.Contains("<bdi>runs kept in shop/run-history.json (linux/amd64)</bdi>", Page());

        string Page()
        {
            PageWork.Write(Work);
            return File.ReadAllText(Path.Combine(Work.Folder.Path, JsonReport.PageFileName));
        }
    }

    [Fact]
    public async Task Asking_for_the_runs_takes_no_tags_history_from_the_page()
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        Assert.True(await Pipeline.PushAsync(Work, default));
        RunHistory.Keep(Work);
        await new HistoryWork(new HistoryDownload(Ports)).ReadAsync(Work, Path.Combine(Context, "shop"), 10, default);
        await new HistoryWork(new HistoryDownload(Ports)).ReadAsync(Work, HistoryPath, 10, default);
        File.SetLastWriteTimeUtc(Path.Combine(Work.Folder.Path, HistoryWork.FileName), DateTime.UtcNow.AddMinutes(1));

        PageWork.Write(Work);

        Assert.Contains("<bdi>acme/shop:1</bdi>", await File.ReadAllTextAsync(Path.Combine(Work.Folder.Path, JsonReport.PageFileName)));
    }

    private async Task RunAsync(DateTimeOffset time)
    {
        await MeasuredAsync();
        Keep(time);
    }

    private void Keep(DateTimeOffset time)
    {
        Work.Update(Work.Report with { CreatedAt = time });
        Assert.Empty(RunHistory.Keep(Work));
    }
}
