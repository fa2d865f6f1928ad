using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("120MB", 120_000_000)]
    [InlineData("  120 MB ", 120_000_000)]
    [InlineData("0.5kB", 500)]
    [InlineData("1.5 GB", 1_500_000_000)]
    [InlineData("2tb", 2_000_000_000_000)]
    [InlineData("7b", 7)]
    [InlineData("500 KB", 500_000)]
    [InlineData("114.4MiB", 119_957_094)]
    [InlineData("1kib", 1024)]
    [InlineData("1GiB", 1_073_741_824)]
    [InlineData("1TiB", 1_099_511_627_776)]
    [InlineData("0MB", 0)]
    [InlineData("9223372036854775807B", long.MaxValue)]
    public void Reads_a_number_and_a_unit(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text).Bytes);

    [Theory]
    [InlineData("20XB", "'20XB' has the unknown unit 'XB'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.")]
    [InlineData("5 apples", "'5 apples' has the unknown unit 'apples'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.")]
    [InlineData("1e3MB", "'1e3MB' has the unknown unit 'e3MB'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.")]
    [InlineData("-", "'-' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData("-3MB", "'-3MB' is a negative size; write a size such as 120MB.")]
    [InlineData("120", "'120' has no unit; write 120MB, 120MiB or another unit of bytes.")]
    [InlineData(" 120 ", "' 120 ' has no unit; write 120MB, 120MiB or another unit of bytes.")]
    [InlineData("", "'' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData(null, "'' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData("MB", "'MB' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData("+3MB", "'+3MB' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData("\u0663MB", "'\u0663MB' is not a size; write a number and a unit, such as 120MB or 114.4MiB.")]
    [InlineData("1.2.3MB", "'1.2.3MB' is not a size: '1.2.3' is no number; write a size such as 120MB.")]
    [InlineData("1,5MB", "'1,5MB' has the unknown unit ',5MB'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.")]
    [InlineData("10000000000TB", "'10000000000TB' is more bytes than can be counted; write a smaller size.")]
    [InlineData("9223372036854775808B", "'9223372036854775808B' is more bytes than can be counted; write a smaller size.")]
    [InlineData(
        "99999999999999999999999999999999MB",
        "'99999999999999999999999999999999MB' is more bytes than can be counted; write a smaller size."
    )]
    public void Refuses_anything_else_with_a_sentence(string? text, string problem)
    {
        Assert.False(ByteSize.TryParse(text, out var size, out var said));
        Assert.Equal(problem, said);
        Assert.Equal(ByteSize.Zero, size);
    }

    [Fact]
    public void Throws_the_same_sentence_as_a_mistake_of_the_user()
    {
        var e = Assert.Throws<InputException>(() => ByteSize.Parse("-3MB"));
        Assert.Equal("'-3MB' is a negative size; write a size such as 120MB.", e.Message);
        Assert.Equal(SlimExitCode.Input, e.ExitCode);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1.0 kB")]
    [InlineData(82_449_999, "82.4 MB")]
    [InlineData(82_450_000, "82.5 MB")]
    [InlineData(999_949, "999.9 kB")]
    [InlineData(999_950, "1.0 MB")]
    [InlineData(999_949_999, "999.9 MB")]
    [InlineData(999_950_000, "1.0 GB")]
    [InlineData(999_949_999_999, "999.9 GB")]
    [InlineData(999_950_000_000, "1.0 TB")]
    [InlineData(long.MaxValue, "9223372.0 TB")]
    [InlineData(-12_000, "-12.0 kB")]
    public void Text_never_shows_a_thousand_of_a_unit(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).Text);

    [Theory]
    [InlineData(3_100_000, "+3.1 MB")]
    [InlineData(-3_100_000, "-3.1 MB")]
    [InlineData(0, "0 B")]
    public void A_difference_has_its_sign(long bytes, string text) => Assert.Equal(text, new ByteSize(bytes).SignedText);

    [Theory]
    [InlineData(0, "0B")]
    [InlineData(1, "1B")]
    [InlineData(120_000_000, "120MB")]
    [InlineData(120_000_001, "120000001B")]
    [InlineData(1_500_000, "1500kB")]
    [InlineData(3_000_000_000_000, "3TB")]
    public void ToString_is_exact_and_is_read_back(long bytes, string text)
    {
        Assert.Equal(text, new ByteSize(bytes).ToString());
        Assert.Equal(bytes, ByteSize.Parse(text).Bytes);
    }

    [Fact]
    public void Sizes_are_added_subtracted_and_compared_as_numbers()
    {
        var (one, two) = (1.MB, 2.MB);
        Assert.Equal(3.MB, one + two);
        Assert.Equal(new ByteSize(-1_000_000), one - two);
        Assert.True(one < two && two > one && one <= two && two >= one);
        Assert.True(one.CompareTo(two) < 0);
    }

    [Fact]
    public void In_json_a_size_is_a_plain_number()
    {
        Assert.Equal("82400000", JsonSerializer.Serialize(82.4.MB));
        Assert.Equal(82.4.MB, JsonSerializer.Deserialize<ByteSize>("82400000"));
    }

    [Fact]
    public void Units_are_said_behind_a_number()
    {
        Assert.Equal(5_000, 5.KB.Bytes);
        Assert.Equal(120_000_000, 120.MB.Bytes);
        Assert.Equal(3_000_000_000, 3.GB.Bytes);
        Assert.Equal(2_097_152, 2.MiB.Bytes);
        Assert.Equal(4_294_967_296, 4.GiB.Bytes);
        Assert.Equal(1_500_000, 1.5.MB.Bytes);
        Assert.Equal(1_234_567_891, 1.234567891.GB.Bytes);
    }
}
