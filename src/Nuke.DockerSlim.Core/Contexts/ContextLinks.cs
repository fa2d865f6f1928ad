namespace Nuke.DockerSlim.Contexts;

/// <summary>The symbolic links of a context, resolved within it: an absolute target begins at the context's folder, and no <c>..</c> leaves it.</summary>
internal sealed class ContextLinks
{
    // As many as Linux follows.
    private const int MostHops = 40;

    private readonly Dictionary<string, string> _targets;

    /// <summary>Takes the links of a context.</summary>
    /// <param name="entries">Its entries.</param>
    public ContextLinks(IEnumerable<ContextEntry> entries) =>
        _targets = entries.Where(x => x.LinkTarget is not null).ToDictionary(x => x.Path, x => Target(x.Path, x.LinkTarget!));

    /// <summary>Each link, and what it stands for in the end; links that lead nowhere are left out.</summary>
    public IEnumerable<(string Link, string Target)> Resolved() =>
        from link in _targets.Keys
        let target = Resolve(link)
        where target is not null
        select (link, target);

    /// <summary>Where each of the links leads whose path matches: the links that BuildKit meets while it follows a path.</summary>
    /// <param name="folder">The folder that they lie in.</param>
    /// <param name="isNamed">Whether a name is meant.</param>
    public IEnumerable<string> Targets(string folder, Func<string, bool> isNamed) =>
        from link in _targets
        let slash = link.Key.LastIndexOf('/')
        where (slash < 0 ? "" : link.Key[..slash]) == folder && isNamed(link.Key[(slash + 1)..])
        select link.Value;

    private string? Resolve(string path)
    {
        var hops = 0;
        var resolved = "";
        var rest = new Stack<string>(path.Split('/').Reverse());
        while (rest.TryPop(out var name))
        {
            var next = ContextPath.Join(resolved, name);
            if (!_targets.TryGetValue(next, out var target))
            {
                resolved = next;
                continue;
            }
            if (++hops > MostHops)
                return null;
            resolved = "";
            foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                rest.Push(part);
        }
        return resolved;
    }

    // Relative to the context's folder.
    private static string Target(string link, string target)
    {
        var slash = link.LastIndexOf('/');
        var from = target.StartsWith('/') || slash < 0 ? "" : link[..slash];
        return ContextPath.Clean($"/{from}/{target}")[1..];
    }
}
