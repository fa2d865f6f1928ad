using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Tests.Registries;
using Nuke.DockerSlim.Tests.Shared;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class RegistryPublisherTests
{
    private const string Mine = """{"Id":"sha256:mine"}""";
    private static readonly ImageReference Destination = ImageReference.Parse("registry.example/shop").WithTag("candidate");
    private static readonly Digest Pushed = new("sha256:" + new string('e', 64));
    private readonly List<string> _asked = [];

    [Fact]
    public async Task What_was_pushed_is_known_by_its_digest()
    {
        using var docker = FakeDocker.Script($"echo 'a1b2: Pushed'; echo 'candidate: digest: {Pushed} size: 528'");

        Assert.Equal(Pushed, await PushAsync(docker));
        Assert.Equal(
            [
                "GET images/registry.example/shop:candidate/json",
                "POST images/shop:dockerslim/tag",
                "DELETE images/registry.example/shop:candidate",
            ],
            _asked
        );
    }

    [Theory]
    [InlineData("toomanyrequests: slow down", 4)]
    [InlineData("received unexpected HTTP status: 503 Service Unavailable", 4)]
    [InlineData("unexpected EOF", 4)]
    [InlineData("denied: requested access to the resource is denied", 1)]
    public async Task What_may_pass_is_tried_again(string said, int attempts)
    {
        using var docker = FakeDocker.Script($"echo x >> \"${{0%/*}}/attempts\"; echo '{said}' >&2; exit 1");

        await Assert.ThrowsAsync<EngineException>(() => PushAsync(docker));

        Assert.Equal(attempts, File.ReadAllLines(Path.Combine(docker.Folder, "attempts")).Length);
    }

    [Theory]
    [InlineData("docker-push-unauthorized", "The registry registry.example asks for credentials", "docker login registry.example")]
    [InlineData("docker-push-refused", "The registry registry.example cannot be reached", "connection refused")]
    [InlineData("docker-push-unknown-host", "The registry registry.example cannot be reached", "no such host")]
    public async Task A_push_that_is_refused_says_why(string scenario, params string[] words)
    {
        using var docker = new FakeDocker(scenario);

        var error = await Assert.ThrowsAsync<EngineException>(() => PushAsync(docker));

        Assert.All(words, x => Assert.Contains(x, error.Message, StringComparison.Ordinal));
        Assert.Equal("DELETE images/registry.example/shop:candidate", _asked[^1]);
    }

    [Theory]
    [InlineData(
        "tls: failed to verify certificate: x509: certificate signed by unknown authority",
        "does not speak TLS that the engine trusts"
    )]
    [InlineData("http: server gave HTTP response to HTTPS client", "does not speak TLS that the engine trusts")]
    [InlineData("denied: requested access to the resource is denied", "asks for credentials")]
    [InlineData("received unexpected HTTP status: 507 Insufficient Storage", "did not take registry.example/shop:candidate")]
    public async Task Other_refusals_are_told_apart_by_the_clients_words(string said, string words)
    {
        using var docker = FakeDocker.Script($"echo '{said}' >&2; exit 1");

        var error = await Assert.ThrowsAsync<EngineException>(() => PushAsync(docker));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_user_had_given_is_given_back()
    {
        using var docker = FakeDocker.Script($"echo 'candidate: digest: {Pushed} size: 528'");

        await PushAsync(docker, before: Mine);

        Assert.Equal(["POST images/shop:dockerslim/tag", "POST images/sha256:mine/tag"], _asked.Skip(1));
    }

    [Fact]
    public async Task It_is_given_back_when_the_push_fails_too()
    {
        using var docker = new FakeDocker("docker-push-refused");

        await Assert.ThrowsAsync<EngineException>(() => PushAsync(docker, before: Mine));

        Assert.Equal(["POST images/shop:dockerslim/tag", "POST images/sha256:mine/tag"], _asked.Skip(1));
    }

    [Fact]
    public async Task The_name_is_taken_back_when_the_push_is_interrupted()
    {
        using var docker = FakeDocker.Script("trap 'exit 130' INT; cd \"${0%/*}\"; touch pushing; while :; do sleep 0.05; done");
        using var interruption = new CancellationTokenSource();
        var push = PushAsync(docker, cancellationToken: interruption.Token);
        while (!File.Exists(Path.Combine(docker.Folder, "pushing")))
            await Task.Delay(10);

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => push);
        Assert.Equal("DELETE images/registry.example/shop:candidate", _asked[^1]);
    }

    private async Task<Digest> PushAsync(FakeDocker docker, string? before = null, CancellationToken cancellationToken = default)
    {
        var answer = EngineReplies.ByQuestion(
            ("GET", before is null ? Replies.Error(404, "No such image") : Replies.Json(before)),
            ("POST", Replies.Status(201)),
            ("DELETE", Replies.Json("[]"))
        );
        await using var fake = new FakeEngine(
            (request, connection, shutdown) =>
            {
                _asked.Add($"{request.Method} {request.Path[request.Path.IndexOf("images/", StringComparison.Ordinal)..]}");
                return answer(request, connection, shutdown);
            }
        );
        using var engine = fake.Client();
        var publisher = new RegistryPublisher(
            docker.Command,
            engine,
            new NoUpload(),
            new NoRegistry(),
            new CosignSigner("/"),
            new HurriedTime()
        );
        return await publisher.UploadAsync(ImageSource.InEngine("shop:dockerslim"), Destination, cancellationToken);
    }

    private sealed class NoRegistry : IImageRegistry
    {
        public Task<byte[]?> ReadManifestAsync(ImageReference reference, CancellationToken cancellationToken) => throw Unasked();

        public Task<byte[]?> ReadReferrersAsync(ImageReference image, string artifactType, CancellationToken cancellationToken) =>
            throw Unasked();

        public Task<Stream?> OpenBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) =>
            throw Unasked();

        private static InvalidOperationException Unasked() => new("What docker reads back is not read again.");
    }

    private sealed class NoUpload : IRegistryUpload
    {
        public Task<bool> HasBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken) => throw Unasked();

        public Task PutBlobAsync(
            ImageReference repository,
            Digest digest,
            long length,
            Func<Stream> open,
            CancellationToken cancellationToken
        ) => throw Unasked();

        public Task<bool> PutManifestAsync(
            ImageReference reference,
            string mediaType,
            byte[] content,
            CancellationToken cancellationToken
        ) => throw Unasked();

        public Task<bool> RemoveTagAsync(ImageReference tag, CancellationToken cancellationToken) => throw Unasked();

        private static InvalidOperationException Unasked() => new("An image of the engine is not uploaded.");
    }
}
