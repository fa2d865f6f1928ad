using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class TarScannerTests
{
    private readonly SyntheticTar _tar = new();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(int.MaxValue)]
    public void The_pieces_it_comes_in_do_not_matter(int piece)
    {
        _tar.Header("dir/", '5', mode: "0000755")
            .File("dir/a", "hello"u8)
            .File("dir/empty", [])
            .Pax("path=dir/b")
            .File("x", new byte[1_000]);
        var index = SyntheticTar.IndexOf(_tar.ToArray(), piece);
        Assert.Null(index.Gap);
        Assert.Equal(
            ["Folder dir 0", "File dir/a 5", "File dir/empty 0", "File dir/b 1000"],
            index.Entries.Select(x => $"{x.Kind} {x.Path} {x.Bytes}")
        );
    }

    [Fact]
    public void Every_type_has_its_kind()
    {
        _tar.File("file", "x"u8)
            .Header("old file", '\0')
            .Header("contiguous", '7')
            .Header("hard", '1', link: "./file")
            .Header("soft", '2', link: "../file")
            .Header("char", '3')
            .Header("block", '4')
            .Header("dir", '5')
            .Header("old dir/", '\0')
            .Header("pipe", '6')
            .Header("volume", 'V');
        Assert.Equal(
            [
                "File file",
                "File old file",
                "File contiguous",
                "HardLink hard file",
                "SymbolicLink soft ../file",
                "CharacterDevice char",
                "BlockDevice block",
                "Folder dir",
                "Folder old dir",
                "Pipe pipe",
                "Other volume",
            ],
            Entries().Select(x => $"{x.Kind} {x.Path} {x.Link}".TrimEnd())
        );
    }

    [Theory]
    [InlineData("a/.wh.b", LayerEntryKind.Whiteout, "a/b")]
    [InlineData(".wh.b", LayerEntryKind.Whiteout, "b")]
    [InlineData("a/.wh..b", LayerEntryKind.Whiteout, "a/.b")]
    [InlineData("a/.wh..wh..opq", LayerEntryKind.OpaqueFolder, "a")]
    [InlineData(".wh..wh..opq", LayerEntryKind.OpaqueFolder, "")]
    [InlineData("a/.wh..wh.plnk", LayerEntryKind.UnionMetadata, "a/.wh..wh.plnk")]
    [InlineData("a/.wh.", LayerEntryKind.File, "a/.wh.")]
    [InlineData("a/.wh..", LayerEntryKind.File, "a/.wh..")]
    [InlineData("a/.wh...", LayerEntryKind.File, "a/.wh...")]
    [InlineData("a/b.wh.c", LayerEntryKind.File, "a/b.wh.c")]
    public void Whiteouts_are_told_by_their_names(string name, LayerEntryKind kind, string path)
    {
        _tar.File(name, []);
        var entry = Assert.Single(Entries());
        Assert.Equal((kind, path), (entry.Kind, entry.Path));
    }

    [Theory]
    [InlineData("./a/b", "a/b", false)]
    [InlineData("/a//b/", "a/b", false)]
    [InlineData("a/./b/.", "a/b", false)]
    [InlineData("a/../b", "b", false)]
    [InlineData("a/b/../../c", "c", false)]
    [InlineData("./", "", false)]
    [InlineData("..", "..", true)]
    [InlineData("../../etc/passwd", "../../etc/passwd", true)]
    [InlineData("a/../../b", "../b", true)]
    [InlineData("..a/...", "..a/...", false)]
    public void Paths_have_one_form_and_those_that_escape_are_data(string name, string path, bool escapes)
    {
        _tar.File(name, []);
        var entry = Assert.Single(Entries());
        Assert.Equal((path, escapes), (entry.Path, entry.Escapes));
    }

    [Fact]
    public void A_ustar_prefix_stands_before_the_name()
    {
        _tar.Header("b", '0', prefix: "very/long")
            .Header("c", '0', magic: "ustar  \0", prefix: "00000000000\0")
            .Header("d", '0', magic: "");
        Assert.Equal(["very/long/b", "c", "d"], Paths());
    }

    [Fact]
    public void Names_that_are_no_UTF_8_come_back_byte_for_byte()
    {
        _tar.Header("caf\u00e9/\u00ff\u00fe", '0').Pax([.. SyntheticTar.Record("comment=x"), .. "11 path=\u00e9\n"u8]).File("y", []);
        var paths = Paths();
        Assert.Equal([.. "caf"u8, 0xe9, .. "/"u8, 0xff, 0xfe], PathText.ToBytes(paths[0]));
        Assert.Equal("caf\udce9/\udcff\udcfe", paths[0]);
        Assert.Equal("é", paths[1]);
    }

    [Fact]
    public void GNU_long_names_and_links_hold_for_one_entry()
    {
        var (name, link) = (string.Join('/', Enumerable.Repeat("ü-name", 60)), new string('l', 300));
        _tar.Long('K', link).Long('L', name).Header("short", '2', link: "cut").Header("next", '2', link: "own");
        Assert.Equal([(name, link), ("next", "own")], Entries().Select(x => (x.Path, x.Link!)));
    }

    [Fact]
    public void PAX_records_hold_for_one_entry_and_empty_ones_for_none()
    {
        _tar.Pax("path=p", "linkpath=l", "mtime=1.5").Header("n", '1', link: "x").Pax("path=").Header("n", '1', link: "x");
        Assert.Equal([("p", "l"), ("n", "x")], Entries().Select(x => (x.Path, x.Link!)));
    }

    [Fact]
    public void A_PAX_size_counts_before_the_headers()
    {
        _tar.Pax("size=600").Header("big", '0', size: 0).Body(new byte[600]).File("after", []);
        Assert.Equal([("big", 600), ("after", 0)], Entries().Select(x => (x.Path, (int)x.Bytes)));
    }

    [Fact]
    public void A_global_header_is_no_entry_and_changes_none()
    {
        _tar.Pax(SyntheticTar.Record("path=all"), 'g').File("one", []);
        Assert.Equal(["one"], Paths());
    }

    [Fact]
    public void Sizes_beyond_octal_are_base_256()
    {
        _tar.Header("big", '0', change: x => new byte[] { 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1 }.CopyTo(x, 124)).Body(new byte[513]);
        Assert.Equal(513, Assert.Single(Entries()).Bytes);
    }

    [Fact]
    public void A_size_of_what_has_no_content_means_nothing()
    {
        _tar.Header("dir", '5', size: 4_096).Header("hard", '1', size: 77, link: "x").File("after", "x"u8);
        Assert.Equal([0L, 0, 1], Entries().Select(x => x.Bytes));
    }

    [Fact]
    public void Old_GNU_sparse_files_may_have_maps_of_several_blocks()
    {
        var more = new byte[512];
        more[504] = 1;
        _tar.Header("sparse", 'S', 512, magic: "ustar  \0", change: x => Sparse(x, "00040000000")).Raw(more).Raw(new byte[512]);
        _tar.Body(new byte[512]).File("after", []);
        Assert.Equal([("sparse", 512, 8_388_608), ("after", 0, 0)], Entries().Select(x => (x.Path, (int)x.Bytes, (int)x.ExpandedBytes)));
    }

    [Theory]
    [InlineData("GNU.sparse.size=9000", "GNU.sparse.numblocks=1", "GNU.sparse.offset=0", "GNU.sparse.numbytes=3", "path=s")]
    [InlineData("GNU.sparse.size=9000", "GNU.sparse.map=0,3", "GNU.sparse.name=s", "path=GNUSparseFile.1/s")]
    [InlineData("GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.realsize=9000", "GNU.sparse.name=s", "path=GNUSparseFile.1/s")]
    public void PAX_sparse_files_have_their_own_name_and_size(params string[] records)
    {
        _tar.Pax(records).File("made up", "abc"u8);
        var entry = Assert.Single(Entries());
        Assert.Equal(("s", 3, 9_000, null), (entry.Path, entry.Bytes, entry.ExpandedBytes, entry.Fingerprint));
    }

    [Fact]
    public void Equal_contents_have_equal_fingerprints()
    {
        _tar.File("a", "same"u8).File("b", "same"u8).File("c", "other"u8).File("d", []);
        var prints = Entries().Select(x => x.Fingerprint).ToArray();
        Assert.Equal(prints[0], prints[1]);
        Assert.NotEqual(prints[0], prints[2]);
        Assert.Null(prints[3]);
    }

    [Fact]
    public void Modes_keep_what_makes_a_file_run_as_another_user()
    {
        _tar.Header("su", '0', mode: "0104755");
        Assert.Equal(Convert.ToInt32("4755", 8), Assert.Single(Entries()).Mode);
    }

    [Fact]
    public void The_end_may_be_missing_and_what_follows_it_is_nothing()
    {
        _tar.File("a", []);
        Assert.Null(SyntheticTar.IndexOf(_tar.Unended()).Gap);
        Assert.Null(SyntheticTar.IndexOf([.. _tar.ToArray(), .. Encoding.ASCII.GetBytes(new string('x', 700))]).Gap);
        Assert.Null(SyntheticTar.IndexOf([]).Gap);
    }

    private LayerEntry[] Entries()
    {
        var index = SyntheticTar.IndexOf(_tar.ToArray());
        Assert.Null(index.Gap);
        return [.. index.Entries];
    }

    private string[] Paths() => [.. Entries().Select(x => x.Path)];

    private static void Sparse(byte[] block, string expanded)
    {
        block[482] = 1;
        Encoding.ASCII.GetBytes(expanded).CopyTo(block, 483);
    }
}
