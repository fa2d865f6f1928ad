using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class BandwidthTests
{
    [Theory]
    [InlineData("100Mbit/s", 100_000_000, "100 Mbit/s")]
    [InlineData(" 2.5 Gbit/s ", 2_500_000_000, "2.5 Gbit/s")]
    [InlineData("12.5MB/s", 100_000_000, "100 Mbit/s")]
    [InlineData("56kbit/s", 56_000, "56 kbit/s")]
    [InlineData("100mbit/s", 100_000_000, "100 Mbit/s")]
    public void A_number_and_a_unit_are_a_bandwidth(string text, long bits, string shown)
    {
        var bandwidth = Bandwidth.Parse(text);
        Assert.Equal((bits, shown), (bandwidth.BitsPerSecond, bandwidth.Text));
        Assert.Equal(bandwidth, Bandwidth.Parse(bandwidth.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("100")]
    [InlineData("100Mbit")]
    [InlineData("-1Mbit/s")]
    [InlineData("0Mbit/s")]
    [InlineData("1.2.3Mbit/s")]
    [InlineData("99999999999999999999Gbit/s")]
    public void Anything_else_is_said_to_be_none(string text)
    {
        var e = Assert.Throws<InputException>(() => Bandwidth.Parse(text));
        Assert.StartsWith($"'{text}' ", e.Message);
        Assert.EndsWith(".", e.Message);
    }

    [Fact]
    public void Bytes_take_their_bits() => Assert.Equal(TimeSpan.FromSeconds(8), new Bandwidth(1_000_000).TimeFor(1.MB));
}
