using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class SparklineTests
{
    [Theory]
    [InlineData("0 7 1 6", "▁█▂▇", "_#.%")]
    [InlineData("79 188 188 80", "▁██▁", "_##_")]
    [InlineData("1 - 8", "▁ █", "_ #")]
    [InlineData("100 104 102", "▄▄▄", "===")]
    [InlineData("100 106", "▁█", "_#")]
    [InlineData("0 0", "▄▄", "==")]
    [InlineData("-", " ", " ")]
    [InlineData("", "", "")]
    public void The_least_is_low_and_the_most_high_and_hardly_a_change_is_none(string values, string blocks, string ascii)
    {
        long?[] figures = [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => x == "-" ? (long?)null : long.Parse(x))];
        Assert.Equal(blocks, Sparkline.Of(figures, new ConsoleStyle()));
        Assert.Equal(ascii, Sparkline.Of(figures, new ConsoleStyle { Unicode = false }));
    }
}
