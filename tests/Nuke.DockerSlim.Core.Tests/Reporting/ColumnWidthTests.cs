using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ColumnWidthTests
{
    [Theory]
    [InlineData("wasted in lower layers (efficiency 100.0 %)", 41, "wasted in lower layers (efficiency|100.0 %)")]
    [InlineData("grew by 12 % today", 10, "grew by|12 % today")]
    [InlineData("100 %", 4, "100|%")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("oneandtwo", 4, "onea|ndtw|o")]
    public void A_line_breaks_between_words_and_not_before_a_percent_sign(string text, int columns, string lines) =>
        Assert.Equal(lines.Split('|'), ColumnWidth.Wrap(text, columns));
}
