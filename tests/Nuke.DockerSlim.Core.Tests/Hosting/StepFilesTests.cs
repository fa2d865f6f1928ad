using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class StepFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("step ü ").FullName;

    private string Summary => Path.Combine(_folder, "summary.md");

    private string Outputs => Path.Combine(_folder, "outputs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_summary_is_written_behind_what_others_wrote_and_in_place_of_its_own()
    {
        File.WriteAllText(Summary, "before");
        var step = Step();
        Assert.Null(step.WriteSummary(_ => "first and longer\n", 100));
        Assert.Null(step.WriteSummary(_ => "second\n", 100));
        Assert.Equal("before\nsecond\n", File.ReadAllText(Summary));
        File.AppendAllText(Summary, "between\n");
        Assert.Null(step.WriteSummary(_ => "third\n", 100));
        Assert.Equal("before\nsecond\nbetween\n\nthird\n", File.ReadAllText(Summary));
    }

    [Fact]
    public void A_summary_never_makes_the_step_s_too_large()
    {
        File.WriteAllText(Summary, new string('x', 600_000));
        Assert.Null(Step().WriteSummary(room => new string('é', room), 100));
        Assert.InRange(new FileInfo(Summary).Length, 700_000, StepFiles.LargestSummary);
    }

    [Fact]
    public void A_full_summary_stays_as_it_is()
    {
        File.WriteAllText(Summary, new string('x', StepFiles.LargestSummary - 2_000));
        Assert.Contains("is full", Step().WriteSummary(_ => "more", 4_000), StringComparison.Ordinal);
        Assert.Equal(StepFiles.LargestSummary - 2_000, new FileInfo(Summary).Length);
    }

    [Fact]
    public void Outputs_are_added_at_any_time()
    {
        var step = Step();
        Assert.Null(step.AddOutputs([new("one", "1")]));
        Assert.Null(step.AddOutputs([new("comment-url", "https://example.com/1")]));
        Assert.Equal("one=1\ncomment-url=https://example.com/1\n", File.ReadAllText(Outputs));
        Assert.Null(step.AddOutputs([new("lines", "a\nb")]));
        Assert.Matches("lines<<(end_[0-9a-f]{32})\na\nb\n\\1\n$", File.ReadAllText(Outputs));
    }

    [Fact]
    public void Elsewhere_nothing_is_written()
    {
        var step = new StepFiles(_ => null);
        Assert.Null(step.WriteSummary(_ => throw new InvalidOperationException(), 1));
        Assert.Null(step.AddOutputs([new("one", "1")]));
        Assert.Null(new StepFiles(_ => " ").AddOutputs([new("one", "1")]));
    }

    [Fact]
    public void What_cannot_be_written_is_a_sentence()
    {
        Directory.CreateDirectory(Summary);
        Directory.CreateDirectory(Outputs);
        Assert.StartsWith("The job's summary cannot be written", Step().WriteSummary(_ => "x", 1), StringComparison.Ordinal);
        Assert.StartsWith("The step's outputs cannot be written", Step().AddOutputs([new("one", "1")]), StringComparison.Ordinal);
    }

    private StepFiles Step() =>
        new(x =>
            x switch
            {
                "GITHUB_STEP_SUMMARY" => Summary,
                "GITHUB_OUTPUT" => Outputs,
                _ => null,
            }
        );
}
