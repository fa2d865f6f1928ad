using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Which registries are spoken to with whose certificates, as the engine has it: <c>certs.d/HOST:PORT</c> with authorities (<c>*.crt</c>) and a client's own
/// certificate (<c>*.cert</c>, <c>*.key</c>), and <c>insecure-registries</c> of its <c>daemon.json</c>.
/// https://docs.docker.com/engine/security/certificates/
/// </summary>
/// <param name="engine">The engine's address; null where there is none to be asked.</param>
/// <param name="folders">The folders called <c>certs.d</c>, the first that has the registry counts.</param>
internal sealed class RegistryTrust(Uri? engine, IReadOnlyList<string> folders)
{
    private readonly ConcurrentDictionary<string, bool> _insecure = [];

    /// <summary>Trusts what this machine's engine does.</summary>
    /// <param name="engine">The engine's address.</param>
    public static RegistryTrust OfThisMachine(Uri engine) =>
        new(
            engine,
            [
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config", "docker", "certs.d"),
                Path.Combine(DockerConfiguration.FolderOfThisUser(), "certs.d"),
                OperatingSystem.IsWindows()
                    ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "docker", "certs.d")
                    : "/etc/docker/certs.d",
            ]
        );

    /// <summary>Whether any certificate is good enough for a registry, and none is too: what is known so far.</summary>
    /// <param name="authority">Host and port.</param>
    public bool IsInsecure(string authority) => _insecure.GetValueOrDefault(authority);

    /// <summary>Asks the engine whether it takes a registry without TLS that can be trusted.</summary>
    /// <param name="authority">Host and port.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>Whether that is so and was not known before.</returns>
    public async Task<bool> LearnAsync(string authority, CancellationToken cancellationToken)
    {
        if (engine is null || _insecure.ContainsKey(authority))
            return false;
        return _insecure[authority] = await AskAsync(authority, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How TLS is spoken with a registry.</summary>
    /// <param name="authority">Host and port.</param>
    /// <param name="isLoopback">Whether it is on this machine, where the engine trusts anybody.</param>
    /// <exception cref="EngineException">A certificate cannot be read.</exception>
    public SslClientAuthenticationOptions Options(string authority, bool isLoopback)
    {
        var options = new SslClientAuthenticationOptions();
        if (isLoopback || IsInsecure(authority))
#pragma warning disable CA5359 // What the user told the engine to trust without a certificate.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        if (folders.Select(x => Path.Combine(x, authority)).FirstOrDefault(Directory.Exists) is not { } folder)
            return options;
        try
        {
            var authorities = new X509Certificate2Collection();
            foreach (var file in Directory.EnumerateFiles(folder, "*.crt"))
                authorities.ImportFromPemFile(file);
            if (authorities.Count > 0)
                options.RemoteCertificateValidationCallback ??= (_, certificate, chain, errors) =>
                    errors == SslPolicyErrors.None || IsSignedBy(authorities, certificate, chain, errors);
            options.ClientCertificates = Own(folder);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new EngineException(
                $"The certificates for the registry {authority} in {folder} cannot be read ({e.Message}); correct them.",
                e
            );
        }
        return options;
    }

    private static bool IsSignedBy(
        X509Certificate2Collection authorities,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        // The name has to be right whoever signed it.
        if (certificate is null || chain is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var own = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(own);
    }

    private static X509CertificateCollection Own(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.cert")
                .Where(x => File.Exists(Path.ChangeExtension(x, ".key")))
                .Select(x => X509Certificate2.CreateFromPemFile(x, Path.ChangeExtension(x, ".key"))),
        ];

    private async Task<bool> AskAsync(string authority, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await EngineHttp.GetAsync(engine!, "/info", cancellationToken).ConfigureAwait(false);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var json = await JsonDocument.ParseAsync(body, default, cancellationToken).ConfigureAwait(false);
            var configuration = json.RootElement.GetProperty("RegistryConfig");
            return configuration.TryGetProperty("IndexConfigs", out var hosts)
                    && hosts.TryGetProperty(authority, out var host)
                    && host.TryGetProperty("Secure", out var isSecure)
                    && !isSecure.GetBoolean()
                || configuration.TryGetProperty("InsecureRegistryCIDRs", out var networks)
                    && IPAddress.TryParse(new Uri($"http://{authority}").Host.Trim('[', ']'), out var address)
                    && networks.EnumerateArray().Any(x => IPNetwork.TryParse(x.GetString(), out var network) && network.Contains(address));
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // No engine to be asked, or one that does not say: nothing is trusted that was not before.
            return false;
        }
    }
}
