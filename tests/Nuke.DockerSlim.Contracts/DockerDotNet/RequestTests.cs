using System.Net;
using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_names_its_sender_and_asks_for_a_connection_of_its_own()
    {
        await using var engine = new FakeEngine(Replies.Text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"));
        using var client = engine.Connect();

        await client.System.PingAsync();

        Assert.Equal("GET /_ping", engine.Request.ToString());
        Assert.Equal("Docker.DotNet", engine.Request.Headers["User-Agent"]);
        Assert.Equal("close", engine.Request.Headers["Connection"], ignoreCase: true);
        Assert.Equal($"{Path.GetFileName(engine.SocketPath)}:80", engine.Request.Headers["Host"]);
    }

    [Fact]
    public async Task A_requested_version_stands_before_the_path()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect(apiVersion: new System.Version(1, 41));

        await client.System.GetVersionAsync();

        Assert.Equal("/v1.41/version", engine.Request.Target);
    }

    [Fact]
    public async Task Headers_of_the_configuration_go_with_every_request()
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        var headers = new Dictionary<string, string> { ["X-Meta"] = "yes" };
        using var client = new DockerClientConfiguration(engine.Address, defaultHttpRequestHeaders: headers).CreateClient();

        await client.System.GetVersionAsync();

        Assert.Equal("yes", engine.Request.Headers["X-Meta"]);
    }

    [Theory]
    [InlineData("registry.example:5000/team/app:1.0", "/images/registry.example:5000/team/app:1.0/json")]
    [InlineData("sha256:0123", "/images/sha256:0123/json")]
    [InlineData("with space", "/images/with%20space/json")]
    public async Task An_image_name_goes_into_the_path_as_it_is(string name, string path)
    {
        await using var engine = new FakeEngine(Replies.Json("{}"));
        using var client = engine.Connect();

        await client.Images.InspectImageAsync(name);

        Assert.Equal(path, engine.Request.Target);
    }

    [Fact]
    public async Task Filters_are_json_and_false_is_never_sent()
    {
        await using var engine = new FakeEngine(Replies.Json("[]"));
        using var client = engine.Connect();
        var filters = new Dictionary<string, IDictionary<string, bool>>
        {
            ["reference"] = new Dictionary<string, bool> { ["größe/a+b:*"] = true },
        };

        await client.Images.ListImagesAsync(
            new ImagesListParameters
            {
                All = true,
                Digests = false,
                Filters = filters,
            }
        );

        Assert.Equal(["all=1", "filters=" + Uri.EscapeDataString("""{"reference":{"größe/a+b:*":true}}""")], engine.Request.Query);
    }

    [Fact]
    public async Task Zero_is_never_sent_and_an_empty_text_is()
    {
        await using var engine = new FakeEngine(Replies.Json("[]"));
        using var client = engine.Connect();

        await client.Containers.ListContainersAsync(new ContainersListParameters { Limit = 0, Since = "" });

        Assert.Equal(["since="], engine.Request.Query);
    }

    [Fact]
    public async Task Without_parameters_there_is_no_query()
    {
        await using var engine = new FakeEngine(Replies.Json("[]"));
        using var client = engine.Connect();

        await client.Images.ListImagesAsync(new ImagesListParameters());

        Assert.Equal("GET /images/json", engine.Request.ToString());
    }

    [Fact]
    public async Task Many_requests_at_once_each_get_their_answer()
    {
        await using var engine = new FakeEngine(Replies.Json("""{"Version":"9.9"}"""));
        using var client = engine.Connect();

        for (var round = 1; round <= 5; round++)
        {
            var versions = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.System.GetVersionAsync())).Soon();

            Assert.All(versions, version => Assert.Equal("9.9", version.Version));
            Assert.Equal(50 * round, engine.Requests.Count);
        }
    }

    [Fact]
    public async Task Tcp_works_like_a_socket()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = ServeOnceAsync(listener);
        using var client = new DockerClientConfiguration(new Uri($"tcp://127.0.0.1:{port}")).CreateClient();

        var version = await client.System.GetVersionAsync().Soon();

        Assert.Equal("9.9", version.Version);
        Assert.Equal($"127.0.0.1:{port}", (await serving).Headers["Host"]);
    }

    private static async Task<FakeRequest> ServeOnceAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var request = await FakeRequestReader.ReadAsync(stream, CancellationToken.None);
        await Replies.Json("""{"Version":"9.9"}""")(request, stream, CancellationToken.None);
        return request;
    }
}
