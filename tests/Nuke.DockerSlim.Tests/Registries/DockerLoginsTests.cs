using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>Logins as the docker command keeps them.</summary>
public sealed class DockerLoginsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ghcr.io", "ghcr.io", "bWU6czpjcmV0")]
    [InlineData("https://ghcr.io/v2/", "ghcr.io", "bWU6czpjcmV0")]
    [InlineData("https://index.docker.io/v1/", "docker.io", "bWU6czpjcmV0")]
    public async Task A_written_login_is_found_by_its_host(string key, string host, string auth)
    {
        Configure("""{"auths":{"other.example":{"auth":"eDp5"},"KEY":{"auth":"AUTH"}}}""".Replace("KEY", key).Replace("AUTH", auth));
        Assert.Equal(("me", "s:cret", false), Parts(await FindAsync(host)));
    }

    [Fact]
    public async Task An_identity_token_is_told_apart()
    {
        Configure("""{"auths":{"acr.example":{"auth":"MDA6","identitytoken":"refresh"}}}""");
        Assert.Equal(("", "refresh", true), Parts(await FindAsync("acr.example")));
    }

    [Theory]
    [InlineData("""{"credHelpers":{"ghcr.io":"test"}}""")]
    [InlineData("""{"credsStore":"test","auths":{"ghcr.io":{}}}""")]
    public async Task A_helper_is_asked_for_the_host(string configuration)
    {
        Configure(configuration);
        Helper("""read host; [ "$1 $host" = 'get ghcr.io' ] && echo '{"ServerURL":"ghcr.io","Username":"me","Secret":"s3cret"}'""");
        Assert.Equal(("me", "s3cret", false), Parts(await FindAsync("ghcr.io")));
    }

    [Fact]
    public async Task A_helpers_token_is_an_identity_token()
    {
        Configure("""{"credsStore":"test"}""");
        Helper("""echo '{"Username":"<token>","Secret":"refresh"}'""");
        Assert.Equal(("", "refresh", true), Parts(await FindAsync("ghcr.io")));
    }

    [Fact]
    public async Task A_helper_that_keeps_nothing_leaves_the_written_login()
    {
        Configure("""{"credsStore":"test","auths":{"ghcr.io":{"auth":"bWU6czpjcmV0"}}}""");
        Helper("echo 'credentials not found in native keychain'; exit 1");
        Assert.Equal(("me", "s:cret", false), Parts(await FindAsync("ghcr.io")));
    }

    [Fact]
    public async Task A_helper_that_is_not_installed_is_named()
    {
        Configure("""{"credsStore":"gone"}""");
        var e = await Assert.ThrowsAsync<EngineException>(() => FindAsync("ghcr.io"));
        Assert.StartsWith(
            "The credential helper docker-credential-gone, which docker's config.json names, cannot be started",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"auths":{"other.example":{"auth":"eDp5"}}}""")]
    [InlineData("""{"auths":{"ghcr.io":{"auth":"no base64!"}}}""")]
    [InlineData("""{"auths":{"ghcr.io":5},"credHelpers":[]}""")]
    [InlineData("[]")]
    [InlineData(null)]
    public async Task Without_a_login_there_is_none(string? configuration)
    {
        if (configuration is not null)
            Configure(configuration);
        Assert.Null(await FindAsync("ghcr.io"));
    }

    [Fact]
    public async Task A_broken_configuration_is_named()
    {
        Configure("{");
        Assert.Contains(
            "config.json is not valid JSON",
            (await Assert.ThrowsAsync<InputException>(() => FindAsync("ghcr.io"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_login_does_not_print_itself()
    {
        Configure("""{"auths":{"ghcr.io":{"auth":"bWU6czpjcmV0"}}}""");
        Assert.Equal("(credentials)", $"{await FindAsync("ghcr.io")}");
    }

    private void Configure(string json) => _folder.Write("config.json", json);

    private void Helper(string script) => _folder.WriteScript("docker-credential-test", script + "\n");

    private Task<RegistryCredentials?> FindAsync(string host) =>
        new DockerLogins(_folder.Path) { HelperFolder = _folder.Path }.FindAsync(host, CancellationToken.None);

    private static (string, string, bool)? Parts(RegistryCredentials? login) =>
        login is null ? null : (login.User, login.Secret, login.IsIdentityToken);
}
