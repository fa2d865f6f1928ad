namespace Nuke.DockerSlim.Configuration;

/// <summary>Where sources are for people, made of where git fetches them: <c>git@github.com:acme/shop.git</c> is <c>https://github.com/acme/shop</c>.</summary>
public static class SourceAddress
{
    private const string Suffix = ".git";

    /// <summary>The address without user, password and port of ssh; null for a folder, which is on one machine only.</summary>
    /// <param name="remote">What git or a pipeline says.</param>
    public static string? Of(string? remote)
    {
        remote = remote?.Trim() ?? "";
        if (remote.Length == 0 || remote[0] is '/' or '.' or '\\')
            return null;
        if (Uri.TryCreate(remote, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.Scheme.Length > 1)
            return uri.Scheme switch
            {
                "http" or "https" => Made(uri.Scheme, uri.Authority[(uri.Authority.LastIndexOf('@') + 1)..], uri.AbsolutePath),
                "ssh" or "git" => Made("https", uri.Host, uri.AbsolutePath),
                _ => null,
            };
        // A drive's letter is no server, nor is what names no host.
        return
            !remote.Contains("://", StringComparison.Ordinal)
            && remote.Split(':', 2) is [{ Length: > 1 } server, { Length: > 0 } path]
            && !server.Contains('/')
            ? Made("https", server[(server.LastIndexOf('@') + 1)..], path)
            : null;
    }

    private static string? Made(string scheme, string host, string path)
    {
        path = path.Trim('/');
        if (path.EndsWith(Suffix, StringComparison.Ordinal))
            path = path[..^Suffix.Length];
        return path.Length == 0 ? null : $"{scheme}://{host}/{path}";
    }
}
