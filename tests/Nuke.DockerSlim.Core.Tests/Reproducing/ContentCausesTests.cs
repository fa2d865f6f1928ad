using System.IO.Compression;
using System.Text;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Reproducing;

namespace Nuke.DockerSlim.Tests.Reproducing;

public sealed class ContentCausesTests
{
    [Theory]
    [InlineData(
        "made 2026-11-21T19:03:53Z",
        "made 2026-11-21T19:03:58Z",
        RepeatedCause.Date,
        "(2026-11-21T19:03:53Z, then 2026-11-21T19:03:58Z)"
    )]
    [InlineData("Sat Nov 21 19:01:46 UTC 2026\n", "Sat Nov 21 19:01:48 UTC 2026\n", RepeatedCause.Date, "a date or time in it")]
    [InlineData(
        "Sat, 21 Nov 2026 19:01:46 +0000",
        "Sat, 21 Nov 2026 19:02:46 +0000",
        RepeatedCause.Date,
        "then Sat, 21 Nov 2026 19:02:46 +0000"
    )]
    [InlineData("{\"at\":1795287600123}", "{\"at\":1795287606456}", RepeatedCause.Date, "1795287600123")]
    [InlineData("took at 19:01:09", "took at 19:01:10", RepeatedCause.Date, "19:01:09")]
    [InlineData(
        "id 0b0e9c5e-9a7d-4b0e-8a53-3a7f5e0d1c22",
        "id 7c1a4d5e-1a7d-4b0e-8a53-3a7f5e0d1c29",
        RepeatedCause.Identifier,
        "a UUID in it"
    )]
    [InlineData("key=00ff00ff00ff00ff\n", "key=11ff00ff00ff00ff\n", RepeatedCause.Identifier, "a number of 16 hexadecimal digits in it")]
    [InlineData("see /tmp/tmp.aB3dE6gH9k", "see /tmp/tmp.zY8xW5vU2t", RepeatedCause.Identifier, "a temporary file's name in it")]
    [InlineData("2026-11-21 19:03 00ff00ff00ff00ff", "2026-11-22 19:03 11ff00ff00ff00ff", RepeatedCause.Date, "dates or times")]
    [InlineData("b\na\nc\n", "a\nb\nc\n", RepeatedCause.Order, "the same lines in another order")]
    [InlineData("set b, a", "set a, b", RepeatedCause.Order, "the same words in another order")]
    [InlineData("one thing", "one thong", RepeatedCause.Unknown, "1 of 9 bytes differ, the first at byte 6")]
    [InlineData("short", "longer", RepeatedCause.Unknown, "5 bytes, then 6, the first difference at byte 0")]
    [InlineData("abc", "xyz", RepeatedCause.Unknown, "3 of 3 bytes differ")]
    public void A_text_tells_what_makes_it_differ(string first, string second, RepeatedCause cause, string words)
    {
        var told = ContentCauses.Of(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second));
        Assert.Equal(cause, told.Cause);
        Assert.Contains(words, told.Detail);
    }

    [Fact]
    public void What_may_be_a_key_is_not_repeated()
    {
        var told = ContentCauses.Of("key=s3cr3tvalue00001"u8.ToArray(), "key=an0th3rvalue0002"u8.ToArray());
        Assert.Equal(RepeatedCause.Unknown, told.Cause);
        Assert.DoesNotContain("s3cr", told.Detail);
    }

    [Fact]
    public void A_date_beside_another_change_is_no_cause() =>
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of("at 19:01:09 one"u8.ToArray(), "at 19:01:10 two"u8.ToArray()).Cause);

    [Fact]
    public void Reordered_binary_is_not_taken_for_lines() =>
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([1, 2, 10, 3, 4], [3, 4, 10, 1, 2]).Cause);

    [Fact]
    public void The_time_in_a_gzip_header_is_told()
    {
        byte[] head = [0x1f, 0x8b, 8, 0];
        byte[] rest = [0, 3, 75, 4, 0];
        var told = ContentCauses.Of([.. head, 1, 2, 3, 4, .. rest], [.. head, 5, 2, 3, 4, .. rest]);
        Assert.Equal((RepeatedCause.GzipTime, "the time in its gzip header; 1 of 13 bytes differ, the first at byte 4"), told);
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([.. head, 1, 2, 3, 4, .. rest], [.. head, 5, 2, 3, 4, 1, 3, 75, 4, 0]).Cause);
    }

    [Fact]
    public void The_times_of_zip_entries_are_told()
    {
        Assert.Equal(RepeatedCause.ZipTimes, ContentCauses.Of(Zip(2001, "same"), Zip(2002, "same")).Cause);
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of(Zip(2001, "same"), Zip(2002, "some")).Cause);
    }

    [Fact]
    public void The_times_of_a_librarys_members_are_told()
    {
        Assert.Equal(RepeatedCause.LibraryTimes, ContentCauses.Of(Library("1795287600", "abc"), Library("1795287605", "abc")).Cause);
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of(Library("1795287600", "abc"), Library("1795287605", "abd")).Cause);
    }

    [Fact]
    public void The_time_of_the_source_in_bytecode_is_told()
    {
        byte[] head = [0xcb, 0x0d, (byte)'\r', (byte)'\n', 0, 0, 0, 0];
        Assert.Equal(
            RepeatedCause.BytecodeTime,
            ContentCauses.Of([.. head, 1, 0, 0, 0, 9, 9, 9, 9], [.. head, 2, 0, 0, 0, 9, 9, 9, 9]).Cause
        );
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([.. head, 1, 0, 0, 0, 9, 9, 9, 9], [.. head, 2, 0, 0, 0, 9, 9, 9, 8]).Cause);
    }

    [Fact]
    public void A_build_id_is_told()
    {
        Assert.Equal(RepeatedCause.BuildId, ContentCauses.Of(Program(1), Program(2)).Cause);

        static byte[] Program(byte id) =>
            [0x7f, .. "ELF\u0002\u0001"u8, 4, 0, 0, 0, 4, 0, 0, 0, 3, 0, 0, 0, .. "GNU\0"u8, id, id, id, id, 200];
    }

    [Fact]
    public void Damaged_formats_do_no_harm()
    {
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([.. "PK\u0003\u0004"u8, 0xfe], [.. "PK\u0003\u0004"u8, 0xff]).Cause);
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([.. "!<arch>\n"u8, 0xfe], [.. "!<arch>\n"u8, 0xff]).Cause);
        Assert.Equal(RepeatedCause.Unknown, ContentCauses.Of([0x1f, 0x8b, 8, 1], [0x1f, 0x8b, 8, 2]).Cause);
        var huge = Library("1795287600", "abc", size: "9999999999");
        Assert.Equal(RepeatedCause.LibraryTimes, ContentCauses.Of(huge, Library("1795287605", "abc", size: "9999999999")).Cause);
    }

    private static byte[] Zip(int year, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { "a", "b" })
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = entry.Open();
                writer.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }

    private static byte[] Library(string time, string content, string? size = null) =>
        Encoding.Latin1.GetBytes(
            $"!<arch>\n{"a.o/", -16}{time, -12}{"0", -6}{"0", -6}{"644", -8}{size ?? $"{content.Length}", -10}`\n{content}\n"
        );
}
