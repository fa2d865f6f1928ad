using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What a push that failed says, in a sentence.</summary>
internal static class PushRefusal
{
    private static readonly string[] Passing =
    [
        "toomanyrequests",
        "429 too many requests",
        "500 internal server error",
        "502 bad gateway",
        "503 service",
        "504 gateway",
        "unexpected eof",
        "connection reset",
        "broken pipe",
        "TLS handshake timeout",
    ];

    /// <summary>Whether the same push may go well a while later: the registry was busy, or the connection broke.</summary>
    /// <param name="error">What docker wrote.</param>
    public static bool MayPass(string error) => Says(error, Passing);

    /// <summary>The failure.</summary>
    /// <param name="destination">What was to be pushed.</param>
    /// <param name="error">What docker wrote.</param>
    public static EngineException Of(ImageReference destination, string error)
    {
        var host = destination.Host;
        var reason = error.Trim().Split('\n')[^1].Trim();
        var sentence = error switch
        {
            _ when Says(error, "unauthorized", "authentication required", "no basic auth credentials", "denied", "authorization failed") =>
                $"The registry {host} asks for credentials that allow pushing {destination}; log in with docker login {host}.",
            _ when Says(error, "toomanyrequests", "429 too many requests") =>
                $"The registry {host} takes no more requests (too many requests), so {destination} was not pushed; run ./build.sh PushImage later.",
            _ when Says(error, "connection refused", "no such host", "i/o timeout", "dial tcp", "server misbehaving", "EOF") =>
                $"The registry {host} cannot be reached to push {destination}; check the name, that it runs, and the network.",
            _ when Says(error, "x509", "certificate", "HTTP response to HTTPS client") =>
                $"The registry {host} does not speak TLS that the engine trusts, so {destination} was not pushed; add its certificate to the engine, or list it in insecure-registries of the engine's daemon.json.",
            _ => $"The registry {host} did not take {destination}.",
        };
        return new EngineException($"{sentence}{Environment.NewLine}    {reason}");
    }

    private static bool Says(string error, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (error.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
