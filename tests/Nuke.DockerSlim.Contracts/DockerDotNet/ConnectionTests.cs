using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_missing_socket_is_a_failed_connection_with_the_socket_error_inside()
    {
        var nowhere = new Uri($"unix://{FakeEngine.NewSocketPath()}");
        using var client = new DockerClientConfiguration(nowhere).CreateClient();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync());

        Assert.Equal("Connection failed", failure.Message);
        Assert.IsAssignableFrom<SocketException>(failure.InnerException);
    }

    [Fact]
    public async Task A_closed_port_is_a_failed_connection_too()
    {
        using var client = new DockerClientConfiguration(new Uri($"http://127.0.0.1:{ClosedPort()}")).CreateClient();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync());

        Assert.Equal("Connection failed", failure.Message);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsAssignableFrom<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [Theory]
    [InlineData("tcp://[::1]:{0}")]
    [InlineData("http://no-such-host.invalid:{0}")]
    [InlineData("https://127.0.0.1:{0}")]
    public async Task Whatever_the_address_a_failed_connection_looks_the_same(string address)
    {
        var endpoint = new Uri(address.Replace("{0}", ClosedPort().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        using var client = new DockerClientConfiguration(endpoint).CreateClient();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync().Soon());

        Assert.Equal("Connection failed", failure.Message);
        Assert.IsAssignableFrom<SocketException>(failure.InnerException);
    }

    [Fact]
    public async Task An_upload_whose_source_fails_is_a_failed_request_with_the_cause_inside()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect();
        var source = new GZipStream(new MemoryStream("no gzip at all"u8.ToArray()), CompressionMode.Decompress);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.Images.LoadImageAsync(new ImageLoadParameters(), source, new Collected<JSONMessage>()).Soon()
        );

        Assert.IsType<InvalidDataException>(failure.InnerException);
        Assert.Empty(engine.Requests);
    }

    [Fact]
    public async Task A_socket_path_longer_than_91_bytes_is_refused_at_the_first_request()
    {
        var path = "/" + new string('x', 91);
        using var client = new DockerClientConfiguration(new Uri($"unix://{path}")).CreateClient();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.System.PingAsync());
    }

    [Fact]
    public async Task An_engine_that_hangs_up_without_an_answer_is_a_failed_request()
    {
        await using var engine = new FakeEngine(Replies.Nothing);
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync());

        Assert.IsAssignableFrom<IOException>(failure.InnerException);
    }

    [Theory]
    [InlineData("not HTTP at all\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    public async Task An_answer_that_is_not_http_is_a_failed_request(string answer)
    {
        await using var engine = new FakeEngine(Replies.Text(answer));
        using var client = engine.Connect();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.System.PingAsync());
    }

    [Fact]
    public async Task A_redirect_is_followed_with_the_same_method()
    {
        await using var engine = new FakeEngine(
            Replies.Text("HTTP/1.1 301 Moved Permanently\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"),
            Replies.Status(204)
        );
        using var client = engine.Connect();

        await client.Containers.KillContainerAsync("c", new ContainerKillParameters());

        Assert.Equal(["POST /containers/c/kill", "POST /elsewhere"], engine.Requests.Select(request => request.ToString()));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
