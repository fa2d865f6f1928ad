using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("4m30s", 270_000)]
    [InlineData("90s", 90_000)]
    [InlineData("250ms", 250)]
    [InlineData("1h", 3_600_000)]
    [InlineData(" 1H 2m 3s 4ms ", 3_723_004)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("0.25s", 250)]
    [InlineData("0s", 0)]
    [InlineData("720h", 2_592_000_000)]
    public void Reads_numbers_with_units(string text, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text));

    [Theory]
    [InlineData("-", "'-' is not a duration; write a duration such as 4m30s, 90s or 250ms.")]
    [InlineData("-3s", "'-3s' is a negative duration; write a duration such as 4m30s.")]
    [InlineData("5", "'5' has no unit; write 5s, 5m or another unit of time.")]
    [InlineData(" 5 ", "' 5 ' has no unit; write 5s, 5m or another unit of time.")]
    [InlineData("4m30", "'4m30' has a number without a unit, 30; write a duration such as 4m30s.")]
    [InlineData("3s4m", "'3s4m' names its units twice or out of order; write the largest first, as in 4m30s.")]
    [InlineData("3s4s", "'3s4s' names its units twice or out of order; write the largest first, as in 4m30s.")]
    [InlineData("5 apples", "'5 apples' has the unknown unit 'apples'; use d, h, m, s or ms, as in 4m30s.")]
    [InlineData("5y", "'5y' has the unknown unit 'y'; use d, h, m, s or ms, as in 4m30s.")]
    [InlineData("", "'' is not a duration; write a duration such as 4m30s, 90s or 250ms.")]
    [InlineData(null, "'' is not a duration; write a duration such as 4m30s, 90s or 250ms.")]
    [InlineData("s", "'s' is not a duration; write a duration such as 4m30s, 90s or 250ms.")]
    [InlineData("1.2.3s", "'1.2.3s' is not a duration; write a duration such as 4m30s, 90s or 250ms.")]
    [InlineData("00:04:30", "'00:04:30' has a number without a unit, 00; write a duration such as 4m30s.")]
    [InlineData("367d", "'367d' is longer than 366 days; write a shorter duration.")]
    [InlineData("99999999999999999999999h", "'99999999999999999999999h' is longer than 366 days; write a shorter duration.")]
    public void Refuses_anything_else_with_a_sentence(string? text, string problem)
    {
        Assert.False(DurationText.TryParse(text, out var duration, out var said));
        Assert.Equal(problem, said);
        Assert.Equal(TimeSpan.Zero, duration);
    }

    [Fact]
    public void Throws_the_same_sentence_as_a_mistake_of_the_user() =>
        Assert.Equal(
            "'-3s' is a negative duration; write a duration such as 4m30s.",
            Assert.Throws<InputException>(() => DurationText.Parse("-3s")).Message
        );

    [Theory]
    [InlineData(0, "0.00 s")]
    [InlineData(4, "0.00 s")]
    [InlineData(190, "0.19 s")]
    [InlineData(994, "0.99 s")]
    [InlineData(996, "1.0 s")]
    [InlineData(18_540, "18.5 s")]
    [InlineData(99_940, "99.9 s")]
    [InlineData(99_960, "1m 40s")]
    [InlineData(125_000, "2m 05s")]
    [InlineData(3_599_400, "59m 59s")]
    [InlineData(3_599_600, "1h 00m")]
    [InlineData(3_720_000, "1h 02m")]
    [InlineData(-2_500, "-2.5 s")]
    public void Text_never_shows_sixty_of_a_unit(int milliseconds, string text) =>
        Assert.Equal(text, TimeSpan.FromMilliseconds(milliseconds).Text);

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ms")]
    [InlineData(90_000, "1m30s")]
    [InlineData(270_000, "4m30s")]
    [InlineData(3_600_000, "1h")]
    [InlineData(3_723_004, "1h2m3s4ms")]
    public void ExactText_is_read_back(int milliseconds, string text)
    {
        Assert.Equal(text, TimeSpan.FromMilliseconds(milliseconds).ExactText);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), DurationText.Parse(text));
    }

    [Fact]
    public void ExactText_keeps_a_negative_sign() => Assert.Equal("-1m30s", TimeSpan.FromSeconds(-90).ExactText);
}
