using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class FailureTests
{
    [Fact]
    public async Task An_error_answer_carries_status_and_body()
    {
        await using var engine = new FakeEngine(Replies.Error(500, "disk full"));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAsync<DockerApiException>(() => client.System.GetVersionAsync());

        Assert.Equal(HttpStatusCode.InternalServerError, failure.StatusCode);
        Assert.Equal("""{"message":"disk full"}""", failure.ResponseBody);
        Assert.Equal("""Docker API responded with status code=InternalServerError, response={"message":"disk full"}""", failure.Message);
    }

    [Fact]
    public async Task A_missing_image_has_its_own_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "No such image: x"));
        using var client = engine.Connect();

        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.InspectImageAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.GetImageHistoryAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.TagImageAsync("x", new ImageTagParameters()));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.DeleteImageAsync("x", new ImageDeleteParameters()));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => client.Images.SaveImageAsync("x"));
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() =>
            client.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "x" })
        );
    }

    [Fact]
    public async Task A_push_pull_or_load_that_finds_nothing_has_the_general_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "no"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        await Assert.ThrowsAsync<DockerApiException>(() => client.Images.PushImageAsync("x", new ImagePushParameters(), null, progress));
        await Assert.ThrowsAsync<DockerApiException>(() => client.Images.CreateImageAsync(new ImagesCreateParameters(), null, progress));
        await Assert.ThrowsAsync<DockerApiException>(() =>
            client.Images.LoadImageAsync(new ImageLoadParameters(), new MemoryStream(), progress)
        );
        Assert.Empty(progress.Items);
    }

    [Fact]
    public async Task A_missing_container_has_its_own_type()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "No such container: x"));
        using var client = engine.Connect();
        var containers = client.Containers;

        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.InspectContainerAsync("x"));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.StartContainerAsync("x", null));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.WaitContainerAsync("x"));
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.RemoveContainerAsync("x", new ContainerRemoveParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.GetContainerLogsAsync("x", false, new ContainerLogsParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() =>
            containers.AttachContainerAsync("x", false, new ContainerAttachParameters())
        );
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => containers.ExportContainerAsync("x"));
    }

    [Fact]
    public async Task Both_not_found_types_are_api_errors()
    {
        await using var engine = new FakeEngine(Replies.Error(404, "no"));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAnyAsync<DockerApiException>(() => client.Containers.InspectContainerAsync("x"));

        Assert.Equal(HttpStatusCode.NotFound, failure.StatusCode);
    }

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
        var path = "/tmp/" + new string('x', 87);
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

    [Theory]
    [InlineData("""{"Version":"1""")]
    [InlineData("<html>")]
    [InlineData("""{"Version":"1"} trailing""")]
    public async Task An_answer_that_is_not_json_fails(string body)
    {
        await using var engine = new FakeEngine(Replies.Json(body));
        using var client = engine.Connect();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => client.System.GetVersionAsync());

        Assert.EndsWith("Exception", failure.GetType().Name, StringComparison.Ordinal);
        Assert.Contains("Json", failure.GetType().FullName, StringComparison.Ordinal);
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
