using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class DamagedTarTests
{
    private readonly SyntheticTar _tar = new SyntheticTar().File("good", "x"u8);

    [Fact]
    public void A_wrong_checksum_ends_the_reading() =>
        Assert.Equal("a header's checksum is wrong at byte 1,024", Gap(_tar.Header("a", '0', change: x => x[0]++, keepChecksum: true)));

    [Fact]
    public void A_checksum_of_signed_bytes_is_one()
    {
        _tar.Header("\u00e9", '0', change: x => Encoding.ASCII.GetBytes(SignedSum(x)).CopyTo(x, 148), keepChecksum: true);
        Assert.Equal(2, SyntheticTar.IndexOf(_tar.ToArray()).Count);
    }

    [Fact]
    public void Garbage_is_no_tar() => Assert.Equal("a header's checksum is wrong at byte 1,024", Gap(_tar.Raw(Garbage(2_048))));

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-0000000001")]
    [InlineData("0x000000010")]
    public void A_size_that_is_no_number_ends_the_reading(string size) =>
        Assert.Equal("a header's size is no number at byte 1,024", Gap(Sized(Encoding.ASCII.GetBytes(size))));

    [Theory]
    [InlineData(0xff)]
    [InlineData(0xc0)]
    [InlineData(0x90)]
    public void Neither_is_a_negative_or_boundless_one(byte first) =>
        Assert.Equal("a header's size is no number at byte 1,024", Gap(Sized([first, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 1])));

    [Fact]
    public void A_size_that_lies_ends_in_the_middle_of_an_entry_which_is_not_listed() =>
        Assert.Equal("it ends in the middle of the entry at byte 1,024", Gap(_tar.Header("a", '0', size: 1 << 30).Raw("x"u8)));

    [Fact]
    public void Zeros_between_entries_are_an_end_that_is_none() =>
        Assert.Equal("a block of zeros is followed by something else at byte 1,536", Gap(_tar.Raw(new byte[512]).File("b", [])));

    [Theory]
    [InlineData("no length")]
    [InlineData("5 a=b\n")]
    [InlineData("99 a=b\n")]
    [InlineData("6 a=bc")]
    [InlineData("6 abc\n")]
    [InlineData("5 =b\n")]
    [InlineData("13 path=a\0b\n")]
    [InlineData("99999999999999999999 a=b\n")]
    [InlineData("11 size=-1\n")]
    public void Records_that_break_the_format_end_the_reading(string records) =>
        Assert.Equal("an extended header breaks its format at byte 1,024", Gap(_tar.Pax(Encoding.ASCII.GetBytes(records)).File("a", [])));

    [Theory]
    [InlineData('x')]
    [InlineData('L')]
    [InlineData('K')]
    public void An_extended_header_without_end_takes_no_memory(char type) =>
        Assert.Equal("an extended header is larger than 1 MiB at byte 1,024", Gap(_tar.Header("x", type, size: 1L << 33)));

    [Fact]
    public void A_sparse_file_cannot_be_larger_than_any_file() =>
        Assert.StartsWith(
            "an extended header's size is more than a file can have",
            Gap(_tar.Pax("GNU.sparse.realsize=9223372036854775807", "GNU.sparse.major=1").File("a", []))
        );

    [Fact]
    public void Cut_off_anywhere_it_lists_what_was_whole()
    {
        var whole = _tar.Pax("path=long").File("a", new byte[700]).Header("dir", '5').Unended();
        for (var length = 0; length <= whole.Length; length++)
        {
            var index = SyntheticTar.IndexOf(whole[..length]);
            // Between entries it may end, behind an extended header too.
            Assert.Equal(length is 0 or 1_024 or 2_048 or 3_584 or 4_096, index.Gap is null);
            Assert.Equal(
                length < 1_024 ? 0
                    : length < 3_584 ? 1
                    : length < 4_096 ? 2
                    : 3,
                index.Count
            );
        }
    }

    [Fact]
    public void Entries_without_end_take_bounded_memory()
    {
        var builder = new LayerIndexBuilder(largest: 10_000);
        var scanner = new TarScanner(builder);
        var entry = _tar.File("another/name", "x"u8).Unended();
        for (var i = 0; i < 1_000; i++)
            scanner.Append(entry);
        scanner.Complete();
        var index = builder.Build(scanner.Damage);
        Assert.InRange(index.ToBytes().Length, 9_000, 10_100);
        Assert.Equal($"only the first {index.Count:N0} entries are listed", index.Gap);
        Assert.Equal(index.Count, index.Entries.Count());
    }

    private static string Gap(SyntheticTar tar)
    {
        var index = SyntheticTar.IndexOf(tar.ToArray());
        Assert.Equal("good", Assert.Single(index.Entries).Path);
        return index.Gap!;
    }

    private SyntheticTar Sized(byte[] size) => _tar.Header("a", '0', change: x => size.CopyTo(x, 124));

    private static byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static string SignedSum(byte[] block) =>
        Convert.ToString(block.Select((x, i) => i is >= 148 and < 156 ? ' ' : (int)(sbyte)x).Sum(), 8).PadLeft(6, '0') + "\0 ";
}
