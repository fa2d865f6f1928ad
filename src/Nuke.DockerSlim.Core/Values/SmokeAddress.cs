using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nuke.DockerSlim.Values;

/// <summary>An HTTP address inside a container: its host is always the container itself.</summary>
/// <param name="IsEncrypted">Whether it is <c>https</c>.</param>
/// <param name="Port">The port; null where the image's only exposed one is meant.</param>
/// <param name="Path">Path and query, with a slash at the beginning.</param>
public sealed record SmokeAddress(bool IsEncrypted, int? Port, string Path)
{
    /// <summary>Reads an address.</summary>
    /// <param name="text"><c>http://:8080/health</c>, <c>http://localhost:8080/health</c>, <c>:8080/health</c> or <c>/health</c>.</param>
    /// <param name="address">The address.</param>
    /// <param name="problem">A whole sentence about what is wrong, or empty.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SmokeAddress? address, out string problem)
    {
        address = null;
        var rest = text.Trim();
        var isEncrypted = rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (isEncrypted || rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            rest = rest[(rest.IndexOf("://", StringComparison.Ordinal) + 3)..];
        else if (rest is not [':' or '/', ..])
        {
            problem = $"'{text}' is no address in the container; write http://:8080/health, or /health where the image exposes one port.";
            return false;
        }
        var slash = rest.IndexOf('/');
        var (place, path) = slash < 0 ? (rest, "/") : (rest[..slash], rest[slash..]);
        var colon = place.LastIndexOf(':');
        var host = colon < 0 ? place : place[..colon];
        int? port = null;
        problem = "";
        if (host is not ("" or "localhost" or "127.0.0.1" or "0.0.0.0" or "[::1]"))
            problem = $"'{text}' names the host '{host}', but it is always the container that is asked; leave it out: http://:8080/health.";
        else if (colon >= 0)
        {
            port = int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (port is < 1 or > 65535)
                problem = $"'{text}' names the port '{place[(colon + 1)..]}'; a port is a number from 1 to 65535.";
        }
        if (path.AsSpan().ContainsAny(" \t\r\n"))
            problem = $"'{text}' has blanks in its path; write them as %20.";
        if (problem.Length == 0)
            address = new SmokeAddress(isEncrypted, port, path);
        return address is not null;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsEncrypted ? "https" : "http")}://:{Port?.ToString(CultureInfo.InvariantCulture)}{Path}"
        );
}
