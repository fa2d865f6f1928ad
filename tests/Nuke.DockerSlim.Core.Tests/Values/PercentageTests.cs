using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class PercentageTests
{
    [Theory]
    [InlineData("2%", "2%")]
    [InlineData(" 0.50 % ", "0.5%")]
    [InlineData("0%", "0%")]
    [InlineData("150%", "150%")]
    public void Reads_what_it_writes(string text, string written) => Assert.Equal(written, Percentage.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("2")]
    [InlineData("-2%")]
    [InlineData("2%%")]
    [InlineData("1,5%")]
    [InlineData("2 percent")]
    [InlineData("99999999999999999999%")]
    public void Refuses_what_is_none(string? text)
    {
        Assert.False(Percentage.TryParse(text, out _, out var problem));
        Assert.EndsWith(".", problem);
    }

    [Fact]
    public void Is_taken_of_a_number_and_rounded_down() =>
        Assert.Equal((2, 0, long.MaxValue), (2.Percent.Of(149), 1.Percent.Of(99), 200.Percent.Of(long.MaxValue)));

    [Theory]
    [InlineData("2%", 1_000_000, 20_000)]
    [InlineData("5MB", 1_000_000, 5_000_000)]
    public void Growth_is_a_part_or_bytes(string text, long before, long most)
    {
        var growth = SizeGrowth.Parse(text);

        Assert.Equal((most, text), (growth.Of(before), growth.ToString()));
    }

    [Fact]
    public void Growth_without_a_unit_is_refused() =>
        Assert.Contains("or a percentage such as 2%.", Assert.Throws<InputException>(() => SizeGrowth.Parse("5")).Message);
}
