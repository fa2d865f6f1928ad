using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleComparisonTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void It_fits_the_columns(int width)
    {
        var text = Text(SampleComparison.Facts, width);
        Assert.All(text.Split('\n'), x => Assert.True(x.Length <= width, x));
        GoldenFile.Holds($"console-comparison-{width}.txt", text);
    }

    [Fact]
    public void Equal_images_are_said_to_be() =>
        Assert.Equal(
            "\n  compared  with oci:out: no file differs (188.3 MB)\n",
            Text(
                SampleComparison.Facts with
                {
                    With = "oci:out",
                    ComparedLive = SampleComparison.Facts.Live,
                    Delta = default,
                    Paths = [],
                    Brought = [],
                    Gone = [],
                },
                80
            )
        );

    private static string Text(ComparisonFacts facts, int width)
    {
        using var writer = new StringWriter();
        ConsoleComparison.Write(facts, new ConsoleLines(writer, new ConsoleStyle { Width = width }));
        return writer.ToString();
    }
}
