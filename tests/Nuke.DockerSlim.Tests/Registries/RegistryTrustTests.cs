using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>Whose certificates are taken, tried with a handshake each.</summary>
public sealed class RegistryTrustTests : IDisposable
{
    private const string Authority = "registry.example:5443";
    private readonly TestFolder _folder = new();
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _server;

    public RegistryTrustTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=an authority of our own", key, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _authority = authority.CreateSelfSigned(from, to);
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=registry", own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("registry.example");
        server.CertificateExtensions.Add(names.Build());
        using var signed = server.Create(_authority, from, to, [1, 2, 3]);
        _server = signed.CopyWithPrivateKey(own);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_authority_of_certs_d_is_trusted_for_its_registry_alone()
    {
        _folder.Write($"{Authority}/ca.crt", _authority.ExportCertificatePem());

        Assert.True(await IsTakenAsync(Trust(), Authority));
        Assert.False(await IsTakenAsync(Trust(), "other.example:5443"));
    }

    [Fact]
    public async Task Without_it_nobody_is_trusted_but_what_the_machine_trusts() => Assert.False(await IsTakenAsync(Trust(), Authority));

    [Fact]
    public async Task The_name_has_to_be_right_whoever_signed_it()
    {
        _folder.Write($"{Authority}/ca.crt", _authority.ExportCertificatePem());

        Assert.False(await IsTakenAsync(Trust(), Authority, host: "elsewhere.example"));
    }

    [Fact]
    public async Task On_this_machine_anybody_is() => Assert.True(await IsTakenAsync(Trust(), "127.0.0.1:5000", isLoopback: true));

    [Fact]
    public void A_certificate_that_cannot_be_read_is_said()
    {
        _folder.Write($"{Authority}/ca.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        var e = Assert.Throws<EngineException>(() => Trust().Options(Authority, isLoopback: false));

        Assert.StartsWith($"The certificates for the registry {Authority} in ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clients_own_certificate_is_shown()
    {
        _folder.Write($"{Authority}/client.cert", _server.ExportCertificatePem());
        _folder.Write($"{Authority}/client.key", _server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        Assert.Equal(
            _server.GetCertHashString(),
            Assert.Single(Trust().Options(Authority, false).ClientCertificates!.Cast<X509Certificate2>()).GetCertHashString()
        );
    }

    [Theory]
    [InlineData("""{"IndexConfigs":{"registry.example:5443":{"Secure":false}}}""", Authority, true)]
    [InlineData("""{"IndexConfigs":{"registry.example:5443":{"Secure":true}}}""", Authority, false)]
    [InlineData("""{"InsecureRegistryCIDRs":["10.1.0.0/16"]}""", "10.1.2.3:5000", true)]
    [InlineData("""{"InsecureRegistryCIDRs":["10.1.0.0/16"]}""", "10.2.2.3:5000", false)]
    [InlineData("""{"IndexConfigs":null}""", Authority, false)]
    public async Task What_the_engine_takes_without_trust_is_taken_here_too(string configuration, string authority, bool isTaken)
    {
        await using var engine = new FakeEngine(EngineReplies.Engine(info: $$"""{"RegistryConfig":{{configuration}}}"""));
        var trust = new RegistryTrust(engine.Address, []);

        Assert.Equal(isTaken, await trust.LearnAsync(authority, CancellationToken.None));
        Assert.Equal(isTaken, trust.IsInsecure(authority));
        Assert.False(await trust.LearnAsync(authority, CancellationToken.None));
        Assert.Equal(isTaken, await IsTakenAsync(trust, authority, host: "registry.example"));
    }

    [Fact]
    public async Task Without_an_engine_nothing_is_learned() =>
        Assert.False(await new RegistryTrust(new Uri("unix:///nowhere/docker.sock"), []).LearnAsync(Authority, CancellationToken.None));

    private RegistryTrust Trust() => new(null, [_folder["nowhere"], _folder.Path]);

    private async Task<bool> IsTakenAsync(RegistryTrust trust, string authority, bool isLoopback = false, string? host = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var server = await listener.AcceptTcpClientAsync();
        await using var theirs = new SslStream(server.GetStream());
        var answered = theirs.AuthenticateAsServerAsync(_server);
        await using var ours = new SslStream(client.GetStream());
        var options = trust.Options(authority, isLoopback);
        options.TargetHost = host ?? authority[..authority.IndexOf(':', StringComparison.Ordinal)];
        try
        {
            await ours.AuthenticateAsClientAsync(options);
            await answered;
            return true;
        }
        catch (AuthenticationException)
        {
            client.Close();
            await answered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }
    }
}
