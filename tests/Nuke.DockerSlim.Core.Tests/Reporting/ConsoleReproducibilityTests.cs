using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleReproducibilityTests
{
    [Theory]
    [InlineData("differs", 80)]
    [InlineData("differs", 60)]
    [InlineData("times", 80)]
    public void It_fits_the_columns(string name, int width)
    {
        var text = Text(name == "differs" ? SampleReproducibility.Differs : SampleReproducibility.SameContents, width);
        Assert.All(text.Split('\n'), x => Assert.True(x.Length <= width, x));
        GoldenFile.Holds($"console-reproducibility-{name}-{width}.txt", text);
    }

    [Fact]
    public void The_same_image_is_said_in_one_line()
    {
        var same = SampleReproducibility.Differs with
        {
            Verdict = ReproducibilityVerdict.Identical,
            Second = SampleReproducibility.Differs.First,
            Layers = [],
            Config = [],
        };
        Assert.StartsWith("  ✓ two cold builds made the same image, 6 layers\n", Text(same, 80), StringComparison.Ordinal);
    }

    private static string Text(ReproducibilityFacts facts, int width)
    {
        using var writer = new StringWriter();
        ConsoleReproducibility.Write(facts, new ConsoleLines(writer, new ConsoleStyle { Width = width }));
        return writer.ToString();
    }
}
