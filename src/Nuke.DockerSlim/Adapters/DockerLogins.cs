using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// The logins that the docker command has: in its <c>config.json</c>, or kept by the credential helper that is named there (docker docs, "docker
/// login": credential stores; the helpers' protocol is docker-credential-helpers').
/// </summary>
/// <param name="configuration">The folder of <c>config.json</c>.</param>
internal sealed class DockerLogins(string configuration) : IRegistryLogins
{
    private const string HubKey = "https://index.docker.io/v1/";
    private static readonly TimeSpan HelperPatience = TimeSpan.FromSeconds(30);

    /// <summary>Where helpers lie; empty for the path.</summary>
    internal string HelperFolder { get; init; } = "";

    /// <summary>The logins of this process's user.</summary>
    public static DockerLogins OfThisUser() => new(DockerConfiguration.FolderOfThisUser());

    /// <inheritdoc />
    public async Task<RegistryCredentials?> FindAsync(string host, CancellationToken cancellationToken)
    {
        using var json = DockerConfiguration.Read(Path.Combine(configuration, "config.json"));
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        var root = json.RootElement;
        if (Helper(root, host) is { } helper && await AskAsync(helper, host, cancellationToken).ConfigureAwait(false) is { } kept)
            return kept;
        return Written(root, host);
    }

    private static string? Helper(JsonElement root, string host)
    {
        if (root.TryGetProperty("credHelpers", out var helpers) && helpers.ValueKind == JsonValueKind.Object)
            foreach (var helper in helpers.EnumerateObject())
                if (IsSame(helper.Name, host))
                    return helper.Value.ToString();
        return root.TryGetProperty("credsStore", out var store) && store.ToString() is { Length: > 0 } name ? name : null;
    }

    private static RegistryCredentials? Written(JsonElement root, string host)
    {
        if (!root.TryGetProperty("auths", out var logins) || logins.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var login in logins.EnumerateObject())
        {
            if (!IsSame(login.Name, host) || login.Value.ValueKind != JsonValueKind.Object)
                continue;
            if (Text(login.Value, "identitytoken") is { } token)
                return new RegistryCredentials("", token, IsIdentityToken: true);
            if (Text(login.Value, "auth") is { } auth && Decoded(auth) is { } pair && pair.IndexOf(':') is > 0 and var colon)
                return new RegistryCredentials(pair[..colon], pair[(colon + 1)..].TrimEnd('\0'), IsIdentityToken: false);
        }
        return null;
    }

    private async Task<RegistryCredentials?> AskAsync(string helper, string host, CancellationToken cancellationToken)
    {
        if (helper.AsSpan().ContainsAny('/', '\\'))
            return null;
        var program = "docker-credential-" + helper;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(HelperPatience);
        try
        {
            var answer = await Cli.Wrap(Path.Combine(HelperFolder, program))
                .WithArguments(["get"])
                .WithStandardInputPipe(PipeSource.FromString(host == "docker.io" ? HubKey : host))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(patience.Token)
                .ConfigureAwait(false);
            // A helper that keeps no login for this host says so with its exit code.
            if (answer.ExitCode != 0)
                return null;
            using var json = JsonDocument.Parse(answer.StandardOutput);
            return Text(json.RootElement, "Secret") is not { } secret ? null
                : Text(json.RootElement, "Username") is { } user && user != "<token>"
                    ? new RegistryCredentials(user, secret, IsIdentityToken: false)
                : new RegistryCredentials("", secret, IsIdentityToken: true);
        }
        catch (Win32Exception e)
        {
            throw new EngineException(
                $"The credential helper {program}, which docker's config.json names, cannot be started; install it, or log in again with docker login {host}.",
                e
            );
        }
        catch (JsonException e)
        {
            throw new EngineException($"The credential helper {program} gave no JSON; log in again with docker login {host}.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineException(
                $"The credential helper {program} did not answer within {HelperPatience.TotalSeconds} s; it may wait for a password: unlock its store, or log in again with docker login {host}.",
                e
            );
        }
    }

    // Keys are hosts, or addresses as docker of before wrote them.
    private static bool IsSame(string key, string host)
    {
        var start = key.IndexOf("://", StringComparison.Ordinal);
        var name = start < 0 ? key : key[(start + 3)..];
        var slash = name.IndexOf('/');
        name = slash < 0 ? name : name[..slash];
        return name.Equals(host, StringComparison.OrdinalIgnoreCase)
            || (host == "docker.io" && name is "index.docker.io" or "registry-1.docker.io");
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string? Decoded(string auth)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(auth));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
