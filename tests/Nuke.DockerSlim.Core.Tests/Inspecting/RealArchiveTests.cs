using System.Formats.Tar;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Tests.Hosting;
using TarEntry = System.Formats.Tar.TarEntry;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>Archives of GNU tar 1.34 in each of its formats, and of .NET's writer.</summary>
public sealed class RealArchiveTests
{
    [Theory]
    [InlineData("gnutar-v7.tar", false)]
    [InlineData("gnutar-ustar.tar", true)]
    [InlineData("gnutar-oldgnu.tar", true)]
    [InlineData("gnutar-gnu.tar", true)]
    [InlineData("gnutar-posix.tar", true)]
    public void Every_format_of_GNU_tar_lists_the_same(string archive, bool hasSpecialFiles)
    {
        string[] special = ["BlockDevice blk 0", "CharacterDevice null 0", "Pipe pipe 0"];
        string[] expected =
        [
            "Folder  0",
            "File caf\udce9 1",
            "Folder dir 0",
            "Whiteout dir/gone 0",
            "File dir/a 6",
            "Folder dir/deep 0",
            "OpaqueFolder dir/deep 0",
            "File dir/deep/b 3000",
            "HardLink hard 0 dir/a",
            "SymbolicLink soft 0 dir/a",
        ];
        Assert.Equal(
            (hasSpecialFiles ? expected.Concat(special) : expected).Order(StringComparer.Ordinal),
            Entries(archive).Select(x => $"{x.Kind} {x.Path} {x.Bytes} {x.Link}".TrimEnd()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Convert.ToInt32("4755", 8), Entries(archive).Single(x => x.Path == "dir/a").Mode);
    }

    [Theory]
    [InlineData("gnutar-long-gnu.tar")]
    [InlineData("gnutar-long-posix.tar")]
    public void Long_names_and_links_are_whole(string archive)
    {
        var folder = string.Concat(Enumerable.Repeat("folder-with-a-rather-long-name/", 6));
        Assert.Contains(Entries(archive), x => x.Path == folder + new string('n', 180) && x.Bytes == 2);
        Assert.Contains(Entries(archive), x => x.Link == string.Concat(Enumerable.Repeat("target/", 30)));
    }

    [Theory]
    [InlineData("gnutar-sparse-gnu.tar")]
    [InlineData("gnutar-sparse-0.0.tar")]
    [InlineData("gnutar-sparse-0.1.tar")]
    [InlineData("gnutar-sparse-1.0.tar")]
    public void Sparse_files_have_the_bytes_that_are_there_and_those_that_will_be(string archive)
    {
        var sparse = Entries(archive).Single(x => x.Path == "sparse");
        Assert.Equal(3 << 20, sparse.ExpandedBytes);
        Assert.InRange(sparse.Bytes, 70, 60_000);
        Assert.Equal(6, Entries(archive).Single(x => x.Path == "tail").Bytes);
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Every_format_of_NETs_writer_lists_the_same(TarEntryFormat format)
    {
        var name = (format is TarEntryFormat.V7 ? "" : string.Concat(Enumerable.Repeat("folder/", 12))) + "ü-file-" + new string('x', 60);
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, format, leaveOpen: true))
        {
            writer.WriteEntry(Entry(format, TarEntryType.Directory, "dir/"));
            var file = Entry(format, format is TarEntryFormat.V7 ? TarEntryType.V7RegularFile : TarEntryType.RegularFile, name);
            file.DataStream = new MemoryStream(new byte[777]);
            writer.WriteEntry(file);
            var link = Entry(format, TarEntryType.HardLink, "hard");
            link.LinkName = "./dir/../target";
            writer.WriteEntry(link);
        }
        var index = SyntheticTar.IndexOf(stream.ToArray());
        Assert.Null(index.Gap);
        Assert.Equal(
            [("dir", 0, null), (name, 777, null), ("hard", 0, "target")],
            index.Entries.Select(x => (x.Path, (int)x.Bytes, x.Link))
        );
    }

    private static TarEntry Entry(TarEntryFormat format, TarEntryType type, string name) =>
        format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(type, name),
            TarEntryFormat.Ustar => new UstarTarEntry(type, name),
            TarEntryFormat.Gnu => new GnuTarEntry(type, name),
            _ => new PaxTarEntry(type, name),
        };

    private static LayerEntry[] Entries(string archive)
    {
        var index = SyntheticTar.IndexOf(File.ReadAllBytes(Path.Combine(LayerCorpus.Folder, archive)));
        Assert.Null(index.Gap);
        return [.. index.Entries];
    }
}
