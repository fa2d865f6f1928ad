using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A real registry that speaks TLS by a certificate of its own making, and asks for a password; its program is the one that the test engines come with.</summary>
internal sealed class GuardedRegistry : IAsyncDisposable
{
    public const string User = "slim";
    public const string Password = "s3cret";

    // bcrypt of the password; the least rounds that there are.
    private const string Hash = "$2b$04$qFP5MTpDqlZdNbnUh4t.6egJEOMNGjitAi2431VicQ1n2qgYfgCAa";
    private readonly TestFolder _folder = new();
    private readonly Process _process;

    private GuardedRegistry()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Host = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        WriteCertificate();
        File.WriteAllText(_folder["htpasswd"], $"{User}:{Hash}\n");
        File.WriteAllText(
            _folder["registry.yml"],
            $"""
            version: 0.1
            log:
              level: error
            storage:
              filesystem:
                rootdirectory: "{_folder["data"]}"
            auth:
              htpasswd:
                realm: guarded
                path: "{_folder["htpasswd"]}"
            http:
              addr: "{Host}"
              secret: "{Guid.NewGuid():N}"
              tls:
                certificate: "{_folder["own.crt"]}"
                key: "{_folder["own.key"]}"
            """
        );
        _process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(Path.GetDirectoryName(Tool.Find("docker"))!, "docker-registry"),
                ["serve", _folder["registry.yml"]]
            )
        )!;
    }

    public string Host { get; }

    /// <summary>A registry that answers.</summary>
    public static async Task<GuardedRegistry> StartAsync()
    {
        var registry = new GuardedRegistry();
        using var client = registry.Client();
        for (var attempt = 0; ; attempt++)
            try
            {
                using var answer = await client.GetAsync($"https://{registry.Host}/v2/");
                return registry;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(50);
            }
    }

    /// <summary>The digest that a tag stands for, asked with the password.</summary>
    public async Task<string?> DigestAsync(string repository, string tag)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"https://{Host}/v2/{repository}/manifests/{tag}");
        request.Headers.Authorization = new("Basic", Token);
        foreach (var kind in (string[])["oci.image.manifest.v1", "oci.image.index.v1", "docker.distribution.manifest.v2"])
            request.Headers.Accept.ParseAdd($"application/vnd.{kind}+json");
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer.Headers.GetValues("Docker-Content-Digest").Single() : null;
    }

    /// <summary>A folder for <c>DOCKER_CONFIG</c> that has the login.</summary>
    public string Login()
    {
        var before =
            Environment.GetEnvironmentVariable("DOCKER_CONFIG")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        var folder = _folder["login"];
        Directory.CreateDirectory(folder);
        if (Directory.Exists(Path.Combine(before, "cli-plugins")))
            Directory.CreateSymbolicLink(Path.Combine(folder, "cli-plugins"), Path.Combine(before, "cli-plugins"));
        var logins = new JsonObject { [Host] = new JsonObject { ["auth"] = Token } };
        File.WriteAllText(Path.Combine(folder, "config.json"), new JsonObject { ["auths"] = logins }.ToJsonString());
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Token => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    private HttpClient Client() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=guarded", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(_folder["own.crt"], certificate.ExportCertificatePem());
        File.WriteAllText(_folder["own.key"], key.ExportPkcs8PrivateKeyPem());
    }
}
