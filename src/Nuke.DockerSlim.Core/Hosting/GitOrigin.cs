namespace Nuke.DockerSlim.Hosting;

/// <summary>Where a repository's remote <c>origin</c> is, as <c>.git/config</c> has it.</summary>
/// <param name="Host">The server: <c>github.com</c>.</param>
/// <param name="Path">The repository there, in lower case, as registries want it: <c>acme/shop</c>.</param>
public sealed record GitOrigin(string Host, string Path)
{
    private const string Suffix = ".git";

    /// <summary>Whether it is on GitHub.</summary>
    public bool IsGitHub => Host == "github.com";

    /// <summary>The repository's name without its owner.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads it; null where there is none.</summary>
    /// <param name="root">The root folder, absolute.</param>
    public static GitOrigin? Read(string root)
    {
        try
        {
            var file = System.IO.Path.Combine(root, ".git", "config");
            return File.Exists(file) ? Find(File.ReadAllLines(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The branch that changes go into, by the repository's own files: the one that a clone was made with, else the one that is checked out where it is called
    /// <c>master</c>; else <c>main</c>.
    /// </summary>
    /// <param name="root">The root folder, absolute.</param>
    public static string MainBranch(string root) =>
        Branch(root, "refs/remotes/origin/HEAD", "refs/remotes/origin/") is { } cloned ? cloned
        : Branch(root, "HEAD", "refs/heads/") is "master" ? "master"
        : "main";

    private static string? Branch(string root, string file, string before)
    {
        try
        {
            var text = File.ReadAllText(System.IO.Path.Combine(root, ".git", file)).Trim();
            // It goes into a workflow as it is.
            return
                text.StartsWith($"ref: {before}", StringComparison.Ordinal)
                && text[$"ref: {before}".Length..] is { Length: > 0 } name
                && name.All(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '_' or '/' or '-')
                ? name
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads an address: <c>git@github.com:acme/shop.git</c>, <c>https://github.com/acme/shop</c>.</summary>
    /// <param name="address">The address.</param>
    public static GitOrigin? Of(string address)
    {
        var (host, path) =
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? (uri.Host, uri.AbsolutePath)
            : address.Split(':', 2) is [var server, var rest] ? (server[(server.LastIndexOf('@') + 1)..], rest)
            : ("", "");
        path = path.Trim('/').ToLowerInvariant();
        if (path.EndsWith(Suffix, StringComparison.Ordinal))
            path = path[..^Suffix.Length];
        return host.Length > 0 && path.Contains('/', StringComparison.Ordinal) ? new(host.ToLowerInvariant(), path) : null;
    }

    private static GitOrigin? Find(IEnumerable<string> lines)
    {
        var isOrigin = false;
        foreach (var line in lines.Select(x => x.Trim()))
        {
            if (line.StartsWith('['))
                isOrigin = line == "[remote \"origin\"]";
            else if (isOrigin && line.Split('=', 2) is [var key, var value] && key.Trim() == "url")
                return Of(value.Trim());
        }
        return null;
    }
}
