using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleAdviceTests
{
    [Fact]
    public void A_report_names_what_saves_the_most_as_the_golden_file() =>
        GoldenFile.Holds("console-advice-80.txt", Written(x => ConsoleReport.Write(x, [SampleAdvice.Untried], new())));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void Tried_advice_is_shown_with_its_diff_as_the_golden_file(int width) =>
        GoldenFile.Holds(
            $"console-advice-tried-{width}.txt",
            Written(x => ConsoleReport.WriteAdvice(x, [SampleAdvice.Tried], new() { Width = width }))
        );

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        Assert.All(
            Written(x => ConsoleReport.WriteAdvice(x, [SampleAdvice.Tried], new() { Width = width })).Split('\n'),
            x => Assert.InRange(x.Length, 0, width)
        );

    [Fact]
    public void Applied_advice_says_so_and_names_no_command()
    {
        var report = SampleAdvice.Tried with { AdviceTogether = SampleAdvice.Tried.AdviceTogether! with { Applied = true } };

        var text = Written(x => ConsoleReport.WriteAdvice(x, [report], new()));

        Assert.Contains("your files were changed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--apply-advice", text, StringComparison.Ordinal);
    }

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }
}
