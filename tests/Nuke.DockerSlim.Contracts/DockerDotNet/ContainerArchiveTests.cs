using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ContainerArchiveTests
{
    private static readonly string Stat = Convert.ToBase64String(
        Encoding.UTF8.GetBytes("""{"name":"results","size":4096,"mode":2147484141,"mtime":"2024-05-06T07:08:09Z","linkTarget":""}""")
    );

    [Fact]
    public async Task A_path_comes_out_as_tar_with_its_stat()
    {
        await using var engine = new FakeEngine(
            Replies.Text($"HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: {Stat}\r\nContent-Type: application/x-tar\r\n\r\ntar bytes")
        );
        using var client = engine.Connect();

        var archive = await client.Containers.GetArchiveFromContainerAsync(
            "c",
            new GetArchiveFromContainerParameters { Path = "/app/results" },
            false
        );
        using var reader = new StreamReader(archive.Stream);

        Assert.Equal("tar bytes", await reader.ReadToEndAsync().Soon());
        Assert.Equal(("results", 4096, 2147484141u), (archive.Stat.Name, archive.Stat.Size, archive.Stat.Mode));
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc), archive.Stat.Mtime);
        Assert.Equal("GET /containers/c/archive?path=%2Fapp%2Fresults", engine.Request.ToString());
    }

    [Fact]
    public async Task A_stat_alone_is_a_head_request_without_a_stream()
    {
        await using var engine = new FakeEngine(Replies.Text($"HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: {Stat}\r\n\r\n"));
        using var client = engine.Connect();

        var archive = await client.Containers.GetArchiveFromContainerAsync(
            "c",
            new GetArchiveFromContainerParameters { Path = "/x" },
            true
        );

        Assert.Equal("results", archive.Stat.Name);
        Assert.Null(archive.Stream);
        Assert.Equal("HEAD", engine.Request.Method);
    }

    [Fact]
    public async Task A_missing_path_looks_like_a_missing_container()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "Could not find the file /x in container c"));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            client.Containers.GetArchiveFromContainerAsync("c", new GetArchiveFromContainerParameters { Path = "/x" }, false)
        );

        Assert.Contains("Could not find the file /x", failure.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tar_is_put_into_a_container()
    {
        await using var engine = new FakeEngine(Replies.Status(200));
        using var client = engine.Connect();
        var parameters = new ContainerPathStatParameters { Path = "/in", AllowOverwriteDirWithFile = true };

        var tar = new MemoryStream([7, 8]);
        await client.Containers.ExtractArchiveToContainerAsync("c", parameters, tar);

        Assert.Equal("PUT /containers/c/archive?path=%2Fin&noOverwriteDirNonDir=1", engine.Request.ToString());
        Assert.Equal("application/x-tar", engine.Request.Headers["Content-Type"]);
        Assert.Equal([7, 8], engine.Request.Body);
        Assert.True(tar.CanRead, "The stream is the caller's to close.");
    }
}
