using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>Baselines whose figures are older than they may be.</summary>
public sealed class BaselineAgeTests : PipelineTest
{
    [Theory]
    [InlineData(null, 45, true)]
    [InlineData(60, 45, true)]
    [InlineData(30, 45, false)]
    [InlineData(30, 30, true)]
    public async Task Figures_older_than_they_may_be_are_as_good_as_none(int? limit, int age, bool isUsed)
    {
        await AgainstAsync(age, limit);

        Assert.Equal(isUsed, Measured.Delta is not null);
        Assert.Equal(isUsed ? null : $"its figures are {age} days old, and --baseline-age allows {limit}d", Measured.Baseline!.Missing);
    }

    [Fact]
    public async Task No_limit_of_growth_is_judged_by_them()
    {
        await AgainstAsync(age: 45, limit: 30);

        Assert.Equal(
            [("DownloadGrowth", Verdict.NoBaseline), ("UnpackedGrowth", Verdict.NoBaseline)],
            Measured.Budget.Where(x => x.Name.EndsWith("Growth", StringComparison.Ordinal)).Select(x => (x.Name, x.Verdict))
        );
    }

    private async Task AgainstAsync(int age, int? limit)
    {
        await MeasuredAsync();
        var file = Path.Combine(Context, "old.json");
        var then = Measured with { CreatedAt = Measured.CreatedAt.AddDays(-age) };
        await File.WriteAllTextAsync(file, JsonReport.ToJson(then));
        var definition = Work.Target.Definition;
        Take(
                definition with
                {
                    BaselineReport = file,
                    BaselineAge = limit is { } days ? TimeSpan.FromDays(days) : null,
                    Budget = new() { SizeGrowth = 2.Percent },
                }
            )
            .Resume();
        await Pipeline.FindBaselineAsync(Work, default);
        ImagePipeline.Judge(Work);
    }
}
