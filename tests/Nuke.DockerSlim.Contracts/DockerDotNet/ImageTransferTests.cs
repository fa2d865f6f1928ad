using System.Text;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Contracts.DockerDotNet;

public sealed class ImageTransferTests
{
    [Fact]
    public async Task A_save_asks_for_every_name_and_gives_the_bytes_as_they_are()
    {
        var tar = new byte[200_000];
        new Random(1).NextBytes(tar);
        await using var engine = new FakeEngine(Replies.Chunks(tar[..70_000], tar[70_000..]));
        using var client = engine.Connect();

        await using var stream = await client.Images.SaveImagesAsync(["host:5000/a:1", "b"]);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).Soon();

        Assert.Equal("/images/get", engine.Request.Path);
        Assert.Equal(["names=host%3A5000%2Fa%3A1", "names=b"], engine.Request.Query);
        Assert.Equal(tar, copy.ToArray());
    }

    [Fact]
    public async Task A_save_hands_out_the_first_bytes_before_the_engine_has_written_the_last()
    {
        var continued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = new FakeEngine(Replies.InTwoParts("first", continued.Task, "second"));
        using var client = engine.Connect();

        await using var stream = await client.Images.SaveImageAsync("a").Soon();
        var first = new byte[5];
        await stream.ReadExactlyAsync(first).AsTask().Soon();
        continued.SetResult();
        using var rest = new StreamReader(stream);

        Assert.Equal("first", Encoding.UTF8.GetString(first));
        Assert.Equal("second", await rest.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_save_that_is_cut_off_fails_instead_of_ending_early()
    {
        await using var engine = new FakeEngine(Replies.CutAfter("half an image"));
        using var client = engine.Connect();

        await using var stream = await client.Images.SaveImageAsync("a");

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(Stream.Null).Soon());
    }

    [Fact]
    public async Task A_save_that_is_left_early_closes_the_connection_and_holds_nothing_up()
    {
        await using var engine = new FakeEngine(Replies.Endless(new byte[4096]), Replies.Json("""{"Version":"1"}"""));
        using var client = engine.Connect();

        var stream = await client.Images.SaveImageAsync("a").Soon();
        await stream.ReadExactlyAsync(new byte[10_000]).AsTask().Soon();
        await stream.DisposeAsync().AsTask().Soon();

        await engine.ClientHungUp.Soon();
        Assert.Equal("1", (await client.System.GetVersionAsync().Soon()).Version);
    }

    [Fact]
    public async Task A_load_sends_the_tar_and_always_says_whether_quiet()
    {
        await using var engine = new FakeEngine(Replies.Chunks("{\"stream\":\"Loaded image: app:1\\n\"}\r\n"));
        using var client = engine.Connect();
        var progress = new Collected<JSONMessage>();

        var tar = new MemoryStream([1, 2, 3]);
        await client.Images.LoadImageAsync(new ImageLoadParameters(), tar, progress);
        Assert.True(tar.CanRead, "The stream is the caller's to close.");
        await client.Images.LoadImageAsync(new ImageLoadParameters { Quiet = true }, new Unseekable([4, 5]), progress);

        Assert.Equal(["POST /images/load?quiet=0", "POST /images/load?quiet=1"], engine.Requests.Select(request => request.ToString()));
        Assert.Equal(
            [
                [1, 2, 3],
                [4, 5],
            ],
            engine.Requests.Select(request => request.Body)
        );
        Assert.All(engine.Requests, request => Assert.Equal("application/x-tar", request.Headers["Content-Type"]));
        Assert.True(engine.Requests[0].Headers.ContainsKey("Content-Length"));
        Assert.True(engine.Requests[1].Headers.ContainsKey("Transfer-Encoding"));
        Assert.All(progress.Items, message => Assert.Equal("Loaded image: app:1\n", message.Stream));
    }

    [Fact]
    public async Task A_pull_names_the_image_and_carries_credentials()
    {
        await using var engine = new FakeEngine(Replies.Chunks("{}"));
        using var client = engine.Connect();
        var parameters = new ImagesCreateParameters
        {
            FromImage = "host/app",
            Tag = "1",
            Platform = "linux/amd64",
        };
        var auth = new AuthConfig
        {
            Username = "ü~~~?",
            Password = "p>?>?",
            ServerAddress = "https://host",
        };

        await client.Images.CreateImageAsync(parameters, auth, new Collected<JSONMessage>());

        Assert.Equal("POST /images/create?fromImage=host%2Fapp&tag=1&platform=linux%2Famd64", engine.Request.ToString());
        var header = engine.Request.Headers["X-Registry-Auth"];
        Assert.DoesNotContain('+', header);
        Assert.DoesNotContain('/', header);
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(header.Replace('-', '+').Replace('_', '/')));
        Assert.Equal("""{"username":"ü~~~?","password":"p>?>?","serveraddress":"https://host"}""", json);
        Assert.Empty(engine.Request.Body);
    }

    [Fact]
    public async Task An_import_sends_the_tar_as_its_source_and_every_change()
    {
        await using var engine = new FakeEngine(Replies.Chunks("{\"status\":\"sha256:aa\"}"));
        using var client = engine.Connect();
        var parameters = new ImagesCreateParameters
        {
            Repo = "app",
            Tag = "1",
            Changes = ["CMD [\"/x\"]", "USER 1"],
        };
        var headers = new Dictionary<string, string> { ["X-More"] = "1" };

        await client.Images.CreateImageAsync(parameters, new MemoryStream([9]), null, headers, new Collected<JSONMessage>());

        Assert.Equal("-", parameters.FromSrc);
        Assert.Equal(["fromSrc=-", "repo=app", "tag=1", "changes=CMD%20%5B%22%2Fx%22%5D", "changes=USER%201"], engine.Request.Query);
        Assert.Equal([9], engine.Request.Body);
        Assert.Equal("1", engine.Request.Headers["X-More"]);
    }

    /// <summary>A stream that does not know its length, as a pipe.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
