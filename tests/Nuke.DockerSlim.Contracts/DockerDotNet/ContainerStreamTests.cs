using System.Text;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ContainerStreamTests
{
    [Fact]
    public async Task Logs_without_a_terminal_are_told_apart()
    {
        await using var engine = new FakeEngine(
            Replies.Chunks(
                [.. Frames.Output("out 1\n"), .. Frames.Error("err\n")],
                Frames.Output("out 2 ü\n")[..10],
                Frames.Output("out 2 ü\n")[10..]
            )
        );
        using var client = engine.Connect();
        var parameters = new ContainerLogsParameters
        {
            ShowStdout = true,
            ShowStderr = true,
            Follow = true,
            Tail = "all",
        };

        using var logs = await client.Containers.GetContainerLogsAsync("c", false, parameters);
        var (output, error) = await logs.ReadOutputToEndAsync(CancellationToken.None).Soon();

        Assert.Equal(("out 1\nout 2 ü\n", "err\n"), (output, error));
        Assert.Equal("/containers/c/logs", engine.Request.Path);
        Assert.Equal(["stdout=1", "stderr=1", "follow=1", "tail=all"], engine.Request.Query);
    }

    [Fact]
    public async Task Logs_with_a_terminal_are_all_output()
    {
        await using var engine = new FakeEngine(Replies.Chunks("plain\r\n", "text"));
        using var client = engine.Connect();

        using var logs = await client.Containers.GetContainerLogsAsync("c", true, new ContainerLogsParameters { ShowStdout = true });
        var (output, error) = await logs.ReadOutputToEndAsync(CancellationToken.None).Soon();

        Assert.Equal(("plain\r\ntext", ""), (output, error));
    }

    [Fact]
    public async Task Logs_can_be_reported_line_by_line()
    {
        await using var engine = new FakeEngine(Replies.Chunks("one\ntw", "o\r\nthree"));
        using var client = engine.Connect();
        var lines = new Collected<string>();

        await client.Containers.GetContainerLogsAsync(
            "c",
            new ContainerLogsParameters { ShowStdout = true },
            CancellationToken.None,
            lines
        );

        Assert.Equal(["one", "two", "three"], lines.Items);
    }

    [Fact]
    public async Task Logs_that_are_cut_off_inside_a_frame_fail()
    {
        await using var engine = new FakeEngine(
            Replies.Chunks(Frames.Output("whole frame")[..12]),
            Replies.Chunks(Frames.Output("x")[..5])
        );
        using var client = engine.Connect();

        for (var cut = 0; cut < 2; cut++)
        {
            using var logs = await client.Containers.GetContainerLogsAsync("c", false, new ContainerLogsParameters());
            await Assert.ThrowsAsync<EndOfStreamException>(() => logs.ReadOutputToEndAsync(CancellationToken.None).Soon());
        }
    }

    [Fact]
    public async Task An_attached_container_is_read_and_written_on_the_same_connection()
    {
        await using var engine = new FakeEngine(
            async (_, connection, shutdown) =>
            {
                await connection.WriteAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n"u8.ToArray(),
                    shutdown
                );
                await connection.WriteAsync(Frames.Output("name? "), shutdown);
                using var input = new StreamReader(connection);
                var heard = await input.ReadToEndAsync(shutdown);
                await connection.WriteAsync(Frames.Error($"hello {heard}"), shutdown);
            }
        );
        using var client = engine.Connect();
        var parameters = new ContainerAttachParameters
        {
            Stream = true,
            Stdin = true,
            Stdout = true,
            Stderr = true,
        };

        using var stream = await client.Containers.AttachContainerAsync("c", false, parameters).Soon();
        var buffer = new byte[100];
        var first = await stream.ReadOutputAsync(buffer, 0, buffer.Length, CancellationToken.None).Soon();
        Assert.Equal("name? ", Encoding.UTF8.GetString(buffer, 0, first.Count));
        await stream.WriteAsync("wörld"u8.ToArray(), 0, 6, CancellationToken.None);
        stream.CloseWrite();
        var (output, error) = await stream.ReadOutputToEndAsync(CancellationToken.None).Soon();

        Assert.Equal(("", "hello wörld"), (output, error));
        Assert.Equal("POST /containers/c/attach?stream=1&stdin=1&stdout=1&stderr=1", engine.Request.ToString());
    }

    [Fact]
    public async Task An_export_is_the_bytes_as_they_are()
    {
        await using var engine = new FakeEngine(Replies.Chunks("tar", "ball"));
        using var client = engine.Connect();

        using var reader = new StreamReader(await client.Containers.ExportContainerAsync("c"));

        Assert.Equal("tarball", await reader.ReadToEndAsync().Soon());
        Assert.Equal("GET /containers/c/export", engine.Request.ToString());
    }
}
