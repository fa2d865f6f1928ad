using System.Text;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>What registries answer, and what becomes of it.</summary>
public sealed class RegistryReaderTests : IDisposable
{
    private static readonly Digest Blob = new("sha256:" + new string('a', 64));
    private readonly HurriedTime _time = new();
    private readonly FakeLogins _logins = new();
    private readonly RegistryTransport _transport;
    private readonly RegistryReader _reader;

    public RegistryReaderTests()
    {
        _transport = new RegistryTransport(_logins, new RegistryTrust(null, []), _time);
        _reader = new RegistryReader(_transport);
    }

    public void Dispose() => _transport.Dispose();

    [Fact]
    public async Task A_manifest_is_read_by_its_tag_without_any_login()
    {
        await using var registry = new ScriptedRegistry(_ => Reply.Json("{}"));
        Assert.Equal("{}"u8.ToArray(), await ManifestAsync(registry));
        Assert.Equal(("GET /v2/acme/shop/manifests/1", ""), (registry.All.Single().Line, registry.All.Single().Authorization));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again()
    {
        // The client of the base library tries a few times by itself before it says so.
        await using var registry = new ScriptedRegistry(_ => _time.Waits.Count < 2 ? Reply.Nothing : Reply.Json("{}"));
        Assert.Equal("{}"u8.ToArray(), await ManifestAsync(registry));
        Assert.Equal([1, 2], _time.Waits.Select(x => x.TotalSeconds));
    }

    [Fact]
    public async Task One_that_breaks_each_time_is_an_error()
    {
        await using var registry = new ScriptedRegistry(_ => Reply.Nothing);
        var e = await Assert.ThrowsAsync<EngineException>(() => ManifestAsync(registry));
        Assert.StartsWith($"The registry {registry.Host} cannot be reached", e.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4], _time.Waits.Select(x => x.TotalSeconds));
    }

    [Fact]
    public async Task What_a_registry_does_not_have_is_null()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(404));
        Assert.Null(await ManifestAsync(registry));
        Assert.Null(await _reader.OpenBlobAsync(Reference(registry), Blob, default));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "Basic bWU6czNjcmV0")]
    public async Task A_token_is_fetched_once_with_the_login_there_is(bool hasLogin, string expected)
    {
        if (hasLogin)
            _logins.Login = new RegistryCredentials("me", "s3cret", IsIdentityToken: false);
        await using var registry = new ScriptedRegistry(Guarded);

        await ManifestAsync(registry);
        await ManifestAsync(registry);

        Assert.Equal(
            [
                ("GET /v2/acme/shop/manifests/1", ""),
                ("GET /token?service=the%20registry&scope=repository%3Aacme%2Fshop%3Apull", expected),
                ("GET /v2/acme/shop/manifests/1", "Bearer t0ken"),
                ("GET /v2/acme/shop/manifests/1", "Bearer t0ken"),
            ],
            registry.All.Select(x => (x.Line, x.Authorization))
        );
    }

    [Fact]
    public async Task An_identity_token_is_exchanged_and_not_sent_as_a_password()
    {
        _logins.Login = new RegistryCredentials("", "refresh", IsIdentityToken: true);
        await using var registry = new ScriptedRegistry(Guarded);

        await ManifestAsync(registry);

        var exchange = registry.All.ElementAt(1);
        Assert.Equal(("POST /token", ""), (exchange.Line, exchange.Authorization));
        Assert.Contains("grant_type=refresh_token", Encoding.UTF8.GetString(exchange.Body), StringComparison.Ordinal);
        Assert.Contains("refresh_token=refresh", Encoding.UTF8.GetString(exchange.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_wants_a_password_gets_the_login_or_says_what_to_do()
    {
        await using var registry = new ScriptedRegistry(x =>
            x.Authorization == "Basic bWU6czNjcmV0" ? Reply.Json("{}") : new Reply(401, "WWW-Authenticate: Basic realm=\"here\"")
        );
        Assert.Equal(
            $"The registry {registry.Host} asks for credentials for acme/shop; log in with docker login {registry.Host}.",
            await FailAsync(registry)
        );
        _logins.Login = new RegistryCredentials("me", "s3cret", IsIdentityToken: false);
        Assert.NotNull(await ManifestAsync(registry));
    }

    [Fact]
    public async Task A_login_that_is_refused_is_not_tried_again_and_again()
    {
        _logins.Login = new RegistryCredentials("me", "wrong", IsIdentityToken: false);
        await using var registry = new ScriptedRegistry(_ => new Reply(401, "WWW-Authenticate: Basic realm=\"here\""));
        var message = await FailAsync(registry);
        Assert.StartsWith($"The registry {registry.Host} asks for credentials", message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", message, StringComparison.Ordinal);
        Assert.Equal(2, registry.All.Count);
    }

    [Fact]
    public async Task A_password_is_not_sent_to_a_token_service_without_TLS()
    {
        _logins.Login = new RegistryCredentials("me", "s3cret", IsIdentityToken: false);
        await using var registry = new ScriptedRegistry(_ => new Reply(
            401,
            "WWW-Authenticate: Bearer realm=\"http://tokens.example/\",service=\"x\""
        ));
        Assert.Contains("a password must not be sent to (http://tokens.example/)", await FailAsync(registry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_token_stays_at_home()
    {
        await using var storage = new ScriptedRegistry(_ => new Reply(200) { Body = "layer"u8.ToArray() });
        await using var registry = new ScriptedRegistry(x =>
            x.Authorization.Length > 0 ? new Reply(307, $"Location: http://{storage.Host}/blob?signed=1")
            : x.Line.StartsWith("GET /token", StringComparison.Ordinal) ? Reply.Json("""{"access_token":"t0ken"}""")
            : Challenge(x)
        );

        await using var blob = await _reader.OpenBlobAsync(Reference(registry), Blob, default);
        using var text = new StreamReader(blob!);

        Assert.Equal("layer", await text.ReadToEndAsync());
        Assert.Equal(("GET /blob?signed=1", ""), (storage.All.Single().Line, storage.All.Single().Authorization));
    }

    [Fact]
    public async Task Redirects_without_end_are_an_error()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(302, "Location: /v2/acme/shop/manifests/1"));
        Assert.Contains("sends requests on and on", await FailAsync(registry), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_registry_is_asked_again_after_the_wait_it_names(int status)
    {
        var answers = new Queue<Reply>([new Reply(status, "Retry-After: 7"), new Reply(status), Reply.Json("{}")]);
        await using var registry = new ScriptedRegistry(_ => answers.Dequeue());
        Assert.NotNull(await ManifestAsync(registry));
        Assert.Equal([7, 2], _time.Waits.Select(x => (int)x.TotalSeconds));
    }

    [Fact]
    public async Task A_registry_that_is_busy_for_long_is_not_waited_for()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(429, "Retry-After: 3600"));
        Assert.Contains("takes no more requests for 1h 00m", await FailAsync(registry), StringComparison.Ordinal);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_refusal_tells_the_registrys_reason()
    {
        await using var registry = new ScriptedRegistry(_ =>
            Reply.Json("""{"errors":[{"code":"DENIED","message":"not\u001b[31m yours"}]}""") with
            {
                Status = 403,
            }
        );
        var message = await FailAsync(registry);
        Assert.Contains("denies reading a manifest of acme/shop", message, StringComparison.Ordinal);
        Assert.EndsWith("DENIED: not[31m yours", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_without_end_is_refused()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(200) { Body = new byte[9 << 20] });
        Assert.Contains("more than 8 MB for the manifest", await FailAsync(registry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_that_breaks_off_is_said()
    {
        await using var registry = new ScriptedRegistry(_ => new Reply(200) { Body = new byte[10], StatedLength = 1000 });
        await using var blob = await _reader.OpenBlobAsync(Reference(registry), Blob, default);
        var e = await Assert.ThrowsAsync<EngineException>(() => blob!.CopyToAsync(Stream.Null));
        Assert.Contains("broke off in the middle of a layer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_where_nobody_listens_cannot_be_reached()
    {
        var registry = new ScriptedRegistry(_ => new Reply(200));
        var reference = Reference(registry);
        await registry.DisposeAsync();
        var e = await Assert.ThrowsAsync<EngineException>(() => _reader.ReadManifestAsync(reference, default));
        Assert.StartsWith($"The registry {reference.Host} cannot be reached", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("node", "docker.io registry-1.docker.io library/node")]
    [InlineData("acme/shop:1", "docker.io registry-1.docker.io acme/shop")]
    [InlineData("ghcr.io/acme/shop", "ghcr.io ghcr.io acme/shop")]
    public void Docker_hub_answers_at_another_host_than_it_is_named_by(string reference, string address)
    {
        var found = RegistryAddress.Of(ImageReference.Parse(reference));
        Assert.Equal(address, $"{found.Host} {found.Authority} {found.Repository}");
    }

    private static Reply Challenge(Asked asked) =>
        new(
            401,
            $"WWW-Authenticate: Bearer realm=\"http://{asked.Host}/token\",service=\"the registry\",scope=\"repository:acme/shop:pull\""
        );

    private static Reply Guarded(Asked asked) =>
        asked.Line.Contains("/token", StringComparison.Ordinal) ? Reply.Json("""{"token":"t0ken","expires_in":300}""")
        : asked.Authorization == "Bearer t0ken" ? Reply.Json("{}")
        : Challenge(asked);

    private static ImageReference Reference(ScriptedRegistry registry) => ImageReference.Parse($"{registry.Host}/acme/shop:1");

    private Task<byte[]?> ManifestAsync(ScriptedRegistry registry) => _reader.ReadManifestAsync(Reference(registry), default);

    private async Task<string> FailAsync(ScriptedRegistry registry) =>
        (await Assert.ThrowsAsync<EngineException>(() => ManifestAsync(registry))).Message;

    private sealed class FakeLogins : IRegistryLogins
    {
        public RegistryCredentials? Login { get; set; }

        public Task<RegistryCredentials?> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult(Login);
    }
}
