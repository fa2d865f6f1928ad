using System.Security.Cryptography;
using Nuke.DockerSlim.Compressing;
using Nuke.DockerSlim.Tests.Hosting;

namespace Nuke.DockerSlim.Tests.Compressing;

/// <summary>The samples were made by the zstd command, version 1.5.4, each with the options that its name says.</summary>
public sealed class ZstandardStreamTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder, "*.zst").Select(x => Path.GetFileName(x)!)];

    private static string Folder =>
        Path.Combine(Recordings.RepositoryRoot, "tests", "Nuke.DockerSlim.Core.Tests", "Compressing", "Samples");

    [Theory]
    [InlineData("text-1.zst", 150_000, "b5a0cd7fbd2899a7")]
    [InlineData("text-3.zst", 150_000, "b5a0cd7fbd2899a7")]
    [InlineData("text-19.zst", 150_000, "b5a0cd7fbd2899a7")]
    [InlineData("fast.zst", 60_000, "12e4d82a5e3eadb6")]
    [InlineData("mixed-3.zst", 434_400, "bbc3721227f6466e")]
    [InlineData("mixed-22.zst", 434_400, "bbc3721227f6466e")]
    [InlineData("no-checksum.zst", 5_000, "5091912a2c164e7e")]
    [InlineData("empty.zst", 0, "e3b0c44298fc1c14")]
    [InlineData("run.zst", 1_000_000, "cdc76e5c9914fb92")]
    [InlineData("random.zst", 5_000, "a7a33ac99fff9052")]
    [InlineData("one-byte.zst", 1, "2d711642b726b044")]
    [InlineData("frames.zst", 1_005_001, "fe2f7c9748ddb3aa")]
    public async Task Unpacks_what_the_zstd_command_packed(string sample, int length, string digest)
    {
        var unpacked = await UnpackAsync(File.ReadAllBytes(Path.Combine(Folder, sample)));
        Assert.Equal(length, unpacked.Length);
        Assert.StartsWith(digest, Convert.ToHexStringLower(SHA256.HashData(unpacked)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Cut_off_anywhere_it_is_damaged_or_ends_between_frames(string sample)
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, sample));
        var step = Math.Max(1, whole.Length / 97);
        for (var length = 1; length < whole.Length; length += step)
        {
            var cut = whole[..length];
            var e = await Record.ExceptionAsync(() => UnpackAsync(cut));
            Assert.True(e is InvalidDataException || (e is null && sample == "frames.zst"), $"{length}: {e}");
        }
    }

    [Fact]
    public async Task A_changed_byte_is_found_by_the_checksum()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "random.zst"));
        bytes[2_000] ^= 1;
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(bytes));
        Assert.Equal("The zstd stream is damaged: a checksum is wrong.", e.Message);
    }

    [Theory]
    [InlineData("28B52FFD00C8", "a frame asks for more memory than 128 MiB")]
    [InlineData("28B52FFDE0FFFFFFFFFFFFFFFF", "a frame asks for more memory than 128 MiB")]
    [InlineData("28B52FFD01580700", "a frame needs a dictionary")]
    [InlineData("28B52FFD0858", "a frame uses what is reserved")]
    [InlineData("28B52FFD0058070000", "a block has no known type or is too large")]
    [InlineData("0102030405", "a frame has no beginning")]
    public async Task What_nobody_may_write_is_refused(string bytes, string why)
    {
        var e = await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(Convert.FromHexString(bytes)));
        Assert.Equal($"The zstd stream is damaged: {why}.", e.Message);
    }

    internal static async Task<byte[]> UnpackAsync(byte[] packed)
    {
        await using var stream = new ZstandardStream(new PipeStream(new MemoryStream(packed)));
        using var unpacked = new MemoryStream();
        await stream.CopyToAsync(unpacked);
        return unpacked.ToArray();
    }
}
