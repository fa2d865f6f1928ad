using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>Limits that warn, and limits for a platform.</summary>
public sealed class LimitTests : PipelineTest
{
    [Fact]
    public async Task A_soft_limit_that_is_exceeded_is_told_and_fails_nothing()
    {
        Take(Work.Target.Definition with { SoftBudget = new() { UnpackedSize = new ByteSize(1) } });
        await MeasuredAsync();

        ImagePipeline.Judge(Work);

        var limit = Assert.Single(Measured.Budget, x => x.Name == "UnpackedSize");
        Assert.Equal((true, Verdict.Exceeded), (limit.IsSoft, limit.Verdict));
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Contains("a soft limit", Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_hard_one_it_has_a_row_of_its_own()
    {
        Take(Work.Target.Definition with { SoftBudget = new() { DownloadSize = new ByteSize(1) } });
        await MeasuredAsync();

        ImagePipeline.Judge(Work);

        Assert.Equal(
            [(false, Verdict.Within), (true, Verdict.Exceeded)],
            Measured.Budget.Where(x => x.Name == "DownloadSize").Select(x => (x.IsSoft, x.Verdict))
        );
        Assert.Matches(@"download size .*80\.0 MB .*within\n.*soft limit .*1 B .*over by", Shown());
    }

    [Fact]
    public async Task A_limit_of_the_platform_counts_in_place_of_the_images()
    {
        Take(
            Work.Target.Definition with
            {
                PlatformBudgets = new Dictionary<string, ImageBudget>
                {
                    ["linux/amd64"] = new() { DownloadSize = new ByteSize(1) },
                    ["linux/arm64"] = new() { UnpackedSize = new ByteSize(1) },
                },
            }
        );
        await MeasuredAsync();

        var e = Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));

        Assert.Contains("exceeds 1 B", e.Message);
        Assert.DoesNotContain("unpacked", e.Message);
    }

    [Fact]
    public async Task Own_layers_can_be_limited_alone()
    {
        Take(Work.Target.Definition with { Budget = new() { OwnUnpackedSize = new ByteSize(1) } });
        await MeasuredAsync();
        Work.Update(Work.Report with { Sizes = Work.Report.Sizes! with { OwnUnpacked = new ByteSize(2_000) } });

        var e = Assert.Throws<BudgetExceededException>(() => ImagePipeline.Judge(Work));

        Assert.Equal("shop: own unpacked size 2.0 kB exceeds 1 B by 2.0 kB.", e.Message);
    }

    private string Shown()
    {
        var writer = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(writer, [Measured], new ConsoleStyle { Width = 120 });
        return writer.ToString();
    }
}
