using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class LayerCacheTests : IDisposable
{
    private static readonly string Blob = "sha256:" + new string('1', 64);
    private static readonly LayerCache.Entry Weight = new("sha256:" + new string('2', 64), 200, 90, IsCompressed: true);
    private readonly string _folder = Directory.CreateTempSubdirectory("layers ü ").FullName;

    private string File1 => Path.Combine(_folder, "not yet", "layers.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Remembers_over_the_end_of_a_run()
    {
        var cache = LayerCache.Open(File1);
        Assert.Null(cache.Find(Blob));
        cache.Add(Blob, Weight);
        cache.Save();
        Assert.Equal(Weight, LayerCache.Open(File1).Find(Blob));
        Assert.Equal([File1], Directory.GetFiles(Path.GetDirectoryName(File1)!));
    }

    [Fact]
    public void Writes_nothing_where_nothing_was_added()
    {
        LayerCache.Open(File1).Save();
        Assert.False(File.Exists(File1));
    }

    [Fact]
    public void In_memory_it_leaves_no_file()
    {
        var cache = LayerCache.InMemory();
        cache.Add(Blob, Weight);
        cache.Save();
        Assert.Equal(Weight, cache.Find(Blob));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":2,\"layers\":null}")]
    [InlineData("{\"version\":2,\"layers\":{\"BLOB\":null}}")]
    [InlineData("{\"version\":2,\"layers\":{\"BLOB\":{}}}")]
    [InlineData("{\"version\":2,\"layers\":{\"BLOB\":{\"diffId\":\"x\",\"unpackedBytes\":1,\"downloadBytes\":1,\"isCompressed\":true}}}")]
    [InlineData(
        "{\"version\":2,\"layers\":{\"BLOB\":{\"diffId\":\"BLOB\",\"unpackedBytes\":-1,\"downloadBytes\":1,\"isCompressed\":true}}}"
    )]
    public void A_file_that_cannot_be_read_is_an_empty_cache_and_is_replaced(string content)
    {
        Write(content.Replace("BLOB", Blob, StringComparison.Ordinal));
        var cache = LayerCache.Open(File1);
        Assert.Null(cache.Find(Blob));
        cache.Add(Blob, Weight);
        cache.Save();
        Assert.Equal(Weight, LayerCache.Open(File1).Find(Blob));
    }

    [Fact]
    public void Weights_of_another_version_are_forgotten()
    {
        var cache = LayerCache.Open(File1);
        cache.Add(Blob, Weight);
        cache.Save();
        var current = $"\"version\":{LayerCache.Stored.CurrentVersion}";
        Assert.Contains(current, File.ReadAllText(File1));
        Write(File.ReadAllText(File1).Replace(current, $"\"version\":{LayerCache.Stored.CurrentVersion + 1}", StringComparison.Ordinal));
        Assert.Null(LayerCache.Open(File1).Find(Blob));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_time_and_no_run()
    {
        Directory.CreateDirectory(File1);
        var cache = LayerCache.Open(File1);
        cache.Add(Blob, Weight);
        cache.Save();
        Assert.Equal(Weight, cache.Find(Blob));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(File1)!));
    }

    [Fact]
    public async Task Runs_that_save_at_once_leave_one_whole_file_and_nothing_beside_it()
    {
        var blobs = Enumerable.Range(0, 8).Select(i => $"sha256:{i:x64}").ToArray();
        await Parallel.ForEachAsync(
            blobs,
            (blob, _) =>
            {
                var cache = LayerCache.Open(File1);
                cache.Add(blob, Weight);
                cache.Save();
                return ValueTask.CompletedTask;
            }
        );
        Assert.Equal([File1], Directory.GetFiles(Path.GetDirectoryName(File1)!));
        var kept = LayerCache.Open(File1);
        Assert.Contains(blobs, x => kept.Find(x) == Weight);
    }

    [Fact]
    public void What_a_process_of_the_same_id_in_another_container_left_is_in_nobodys_way()
    {
        Directory.CreateDirectory($"{File1}.{Environment.ProcessId}");
        var cache = LayerCache.Open(File1);
        cache.Add(Blob, Weight);
        cache.Save();
        Assert.Equal(Weight, LayerCache.Open(File1).Find(Blob));
    }

    [Fact]
    public void A_second_save_writes_nothing_where_nothing_was_added_since()
    {
        var cache = LayerCache.Open(File1);
        cache.Add(Blob, Weight);
        cache.Save();
        File.Delete(File1);
        cache.Save();
        Assert.False(File.Exists(File1));
    }

    private void Write(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File1)!);
        File.WriteAllText(File1, content);
    }
}
