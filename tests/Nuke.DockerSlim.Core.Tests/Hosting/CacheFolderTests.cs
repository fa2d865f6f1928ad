using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class CacheFolderTests : IDisposable
{
    private const int OverFile = 37;
    private readonly string _folder = Directory.CreateTempSubdirectory("cache ü ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_not_used_for_longest_goes_first_when_there_is_too_much()
    {
        var folder = new CacheFolder(_folder, most: 4 * (1_000 + OverFile));
        foreach (var name in (string[])["a", "b", "c", "d"])
            Write(folder, name, age: 'z' - name[0]);
        folder.Trim();
        Assert.Equal(["a", "b", "c", "d"], Names);
        // Used: it is the youngest now.
        Assert.NotNull(folder.Read("kind", "a"));
        Write(folder, "e", age: 1);
        folder.Trim();
        Assert.Equal(["a", "d", "e"], Names);
    }

    [Fact]
    public void What_a_run_that_ended_early_left_goes_and_what_is_being_written_stays()
    {
        var folder = new CacheFolder(_folder, most: 10_000);
        Write(folder, "old.unfinished", age: 2);
        Write(folder, "new.unfinished", age: 0);
        folder.Trim();
        Assert.Equal(["new.unfinished"], Names);
    }

    [Fact]
    public void An_empty_content_is_one() => Assert.Equal(0, Written([])?.Length);

    [Fact]
    public void A_folder_that_is_not_there_needs_no_trimming() => new CacheFolder(Path.Combine(_folder, "none"), most: 1).Trim();

    private string[] Names => [.. Directory.GetFiles(Path.Combine(_folder, "kind")).Select(x => Path.GetFileName(x)!).Order()];

    private ReadOnlyMemory<byte>? Written(byte[] content)
    {
        var folder = new CacheFolder(_folder, most: 1_000);
        folder.Write("kind", "name", content);
        return folder.Read("kind", "name");
    }

    private void Write(CacheFolder folder, string name, int age)
    {
        folder.Write("kind", name, new byte[1_000]);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "kind", name), DateTime.UtcNow.AddHours(-age));
    }
}
