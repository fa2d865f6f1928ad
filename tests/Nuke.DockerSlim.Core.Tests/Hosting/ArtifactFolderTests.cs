using System.Diagnostics;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class ArtifactFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("artifacts ü ").FullName;

    private string Folder => Path.Combine(_root, "images", "shop");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_second_holder_is_refused_and_told_why()
    {
        using var first = ArtifactFolder.Hold(Folder, "shop");
        var e = Assert.Throws<InputException>(() => ArtifactFolder.Hold(Folder, "shop"));
        Assert.Equal($"Another run is at work on the image 'shop' ({Folder}); wait for it to end, then run again.", e.Message);
    }

    [Fact]
    public void What_was_let_go_can_be_held_again()
    {
        ArtifactFolder.Hold(Folder, "shop").Dispose();
        using var again = ArtifactFolder.Hold(Folder, "shop");
        Assert.Equal(Folder, again.Path);
    }

    [LinuxFact]
    public void A_run_of_another_process_is_refused_too()
    {
        using var first = ArtifactFolder.Hold(Folder, "shop");
        Assert.Equal(1, Flock());
        first.Dispose();
        Assert.Equal(0, Flock());
    }

    [Fact]
    public void Two_images_do_not_wait_for_each_other()
    {
        using var shop = ArtifactFolder.Hold(Folder, "shop");
        using var web = ArtifactFolder.Hold(Path.Combine(_root, "images", "web"), "web");
        Assert.NotEqual(shop.ReportFile, web.ReportFile);
    }

    [Fact]
    public void Metadata_of_an_earlier_build_is_read()
    {
        using var folder = ArtifactFolder.Hold(Folder, "shop");
        File.Copy(Recordings.Path("classic/warm-production", "metadata.json"), folder.ProductionMetadataFile);
        Assert.NotEmpty(folder.ReadProductionMetadata().LayerOrigins);
    }

    /// <summary>What another process gets that wants the lock: 0, or 1 where it is held.</summary>
    private int Flock()
    {
        using var process = Process.Start("flock", ["--nonblock", Path.Combine(Folder, ".lock"), "true"]);
        process.WaitForExit();
        return process.ExitCode;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"cut")]
    public void Metadata_that_cannot_be_read_is_none(string? content)
    {
        using var folder = ArtifactFolder.Hold(Folder, "shop");
        if (content is not null)
            File.WriteAllText(folder.ProductionMetadataFile, content);
        Assert.Empty(folder.ReadProductionMetadata().LayerOrigins);
    }
}
