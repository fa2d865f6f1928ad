using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Finds the engine that the docker command would talk to: <c>DOCKER_HOST</c>, else the context of <c>DOCKER_CONTEXT</c> or of
/// <c>docker context use</c>, else the default socket.
/// </summary>
public static class EngineLocator
{
    private const string DefaultUnixSocket = "unix:///var/run/docker.sock";
    private const string DefaultPipe = "npipe://./pipe/docker_engine";

    /// <summary>Where the engine listens, and how that is known.</summary>
    /// <exception cref="InputException">A context is named that does not exist.</exception>
    public static EngineAddress Find() =>
        Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The same for other surroundings than this process's.</summary>
    internal static EngineAddress Find(Func<string, string?> environment, string home)
    {
        if (Variable("DOCKER_HOST") is { } host)
            return new EngineAddress(host, "DOCKER_HOST");
        var configuration = DockerConfiguration.Folder(environment, home);
        var context = Variable("DOCKER_CONTEXT") ?? CurrentContext(configuration);
        if (context is null or "default")
            return new EngineAddress(OperatingSystem.IsWindows() ? DefaultPipe : DefaultUnixSocket, "the default socket");
        return new EngineAddress(ContextHost(configuration, context), $"the docker context '{context}'");

        string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    private static string? CurrentContext(string configuration)
    {
        if (DockerConfiguration.Read(Path.Combine(configuration, "config.json")) is not { } json)
            return null;
        using (json)
            return json.RootElement.TryGetProperty("currentContext", out var name) ? name.GetString() : null;
    }

    // The docker CLI keeps a context's metadata under the SHA-256 of its name.
    private static string ContextHost(string configuration, string context)
    {
        var folder = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context)));
        using var json = DockerConfiguration.Read(Path.Combine(configuration, "contexts", "meta", folder, "meta.json"));
        return
            json is not null
            && json.RootElement.TryGetProperty("Endpoints", out var endpoints)
            && endpoints.TryGetProperty("docker", out var docker)
            && docker.TryGetProperty("Host", out var host)
            && host.GetString() is { Length: > 0 } text
            ? text
            : throw new InputException(
                $"The docker context '{context}' does not exist in {configuration}; list the contexts with docker context ls, and choose one with docker context use NAME."
            );
    }
}
