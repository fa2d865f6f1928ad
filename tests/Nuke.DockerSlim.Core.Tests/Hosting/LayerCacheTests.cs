using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class LayerCacheTests : IDisposable
{
    private static readonly string Blob = "sha256:" + new string('1', 64);
    private static readonly LayerWeight Weight = new("sha256:" + new string('2', 64), 200, 90, 80) { IsCompressed = true, Gap = "ü" };
    private static readonly LayerIndex Index = SyntheticTar.IndexOf(new SyntheticTar().File("a/b", "text"u8).ToArray());
    private static readonly LayerDetails Details = new(
        new Dictionary<string, FileDetails> { ["a/b"] = FileDetails.Unread("is cut off") },
        null
    );
    private readonly string _folder = Directory.CreateTempSubdirectory("layers ü ").FullName;

    private string Folder => Path.Combine(_folder, "not yet", "layers");

    private IEnumerable<string> Files => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private string WeightFile => Assert.Single(Files, x => x.Contains("weights", StringComparison.Ordinal));

    private string ContentsFile => Assert.Single(Files, x => x.Contains("contents", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Remembers_over_the_end_of_a_run()
    {
        var cache = LayerCache.Open(Folder);
        Assert.Null(cache.Find(Blob));
        Assert.Null(cache.FindContents(Weight.DiffId));
        cache.Add(Blob, Weight, Index, Details);
        var later = LayerCache.Open(Folder);
        Assert.Equal(Weight, later.Find(Blob));
        Assert.Equal(Index.Entries, later.FindContents(Weight.DiffId)!.Entries);
        Assert.Equal(3, Files.Count());
    }

    [Fact]
    public void Writes_nothing_where_nothing_was_added()
    {
        Assert.Null(LayerCache.Open(Folder).Find(Blob));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void In_memory_it_leaves_no_file()
    {
        var cache = LayerCache.InMemory();
        cache.Add(Blob, Weight, Index, Details);
        Assert.Equal(Weight, cache.Find(Blob));
        Assert.Equal(Index.Entries, cache.FindContents(Weight.DiffId)!.Entries);
        Assert.Empty(Files);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_not_known_and_is_replaced()
    {
        LayerCache.Open(Folder).Add(Blob, Weight, Index, Details);
        var (weight, contents) = (File.ReadAllBytes(WeightFile), File.ReadAllBytes(ContentsFile));
        for (var length = 0; length < weight.Length; length++)
        {
            File.WriteAllBytes(WeightFile, weight[..length]);
            Assert.Null(LayerCache.Open(Folder).Find(Blob));
        }
        for (var length = 0; length < contents.Length; length++)
        {
            File.WriteAllBytes(ContentsFile, contents[..length]);
            Assert.Null(LayerCache.Open(Folder).FindContents(Weight.DiffId));
        }
        LayerCache.Open(Folder).Add(Blob, Weight, Index, Details);
        Assert.Equal(weight, File.ReadAllBytes(WeightFile));
        Assert.Equal(contents, File.ReadAllBytes(ContentsFile));
    }

    [Fact]
    public void A_file_with_one_changed_byte_is_not_known()
    {
        LayerCache.Open(Folder).Add(Blob, Weight, Index, Details);
        var weight = File.ReadAllBytes(WeightFile);
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] ^= 0x10;
            File.WriteAllBytes(WeightFile, weight);
            Assert.Null(LayerCache.Open(Folder).Find(Blob));
            weight[i] ^= 0x10;
        }
    }

    [Fact]
    public void A_layer_whose_contents_are_lost_has_to_be_read_again()
    {
        LayerCache.Open(Folder).Add(Blob, Weight, Index, Details);
        File.Delete(ContentsFile);
        Assert.Null(LayerCache.Open(Folder).Find(Blob));
    }

    [Fact]
    public void A_layer_whose_details_are_lost_or_of_another_version_has_to_be_read_again()
    {
        LayerCache.Open(Folder).Add(Blob, Weight, Index, Details);
        Assert.Equal("is cut off", LayerCache.Open(Folder).FindDetails(Weight.DiffId)!.Files["a/b"].Gap);
        var file = Assert.Single(Files, x => x.Contains("details", StringComparison.Ordinal));
        var folder = new CacheFolder(Folder, CacheFolder.Most);
        folder.Write("details", Path.GetFileName(file), [0x7f, .. Details.ToBytes().AsSpan(1)]);
        Assert.Null(LayerCache.Open(Folder).Find(Blob));
        File.Delete(file);
        Assert.Null(LayerCache.Open(Folder).Find(Blob));
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("sha256:..")]
    [InlineData("")]
    public void A_name_that_is_no_digest_touches_no_file(string blob)
    {
        var cache = LayerCache.Open(Folder);
        cache.Add(blob, Weight, Index, Details);
        Assert.Null(LayerCache.Open(Folder).Find(blob));
        Assert.Empty(Files);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_time_and_no_run()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        File.WriteAllText(Folder, "a file in its place");
        var cache = LayerCache.Open(Folder);
        cache.Add(Blob, Weight, Index, Details);
        Assert.Equal(Weight, cache.Find(Blob));
        Assert.Equal([Folder], Files);
    }

    [Fact]
    public async Task Runs_that_write_at_once_lose_nothing_and_leave_nothing_beside_it()
    {
        var blobs = Enumerable.Range(0, 32).Select(i => $"sha256:{i % 8:x64}").ToArray();
        await Parallel.ForEachAsync(
            blobs,
            (blob, _) =>
            {
                LayerCache.Open(Folder).Add(blob, Weight, Index, Details);
                return ValueTask.CompletedTask;
            }
        );
        var kept = LayerCache.Open(Folder);
        Assert.All(blobs, x => Assert.Equal(Weight, kept.Find(x)));
        Assert.Equal(Index.Entries, kept.FindContents(Weight.DiffId)!.Entries);
        Assert.Equal(10, Files.Count());
    }
}
