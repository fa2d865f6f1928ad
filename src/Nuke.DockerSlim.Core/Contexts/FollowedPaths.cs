namespace Nuke.DockerSlim.Contexts;

/// <summary>Turns the paths that a build asks for into patterns of what is sent: links on the way are sent with what they lead to.</summary>
internal sealed class FollowedPaths
{
    private readonly ContextLinks _links;
    private readonly SortedSet<string> _followed = new(StringComparer.Ordinal);

    private FollowedPaths(ContextLinks links) => _links = links;

    /// <summary>The patterns; null when all of the context is asked for.</summary>
    /// <param name="use">What the build asks for.</param>
    /// <param name="links">The context's links.</param>
    public static PathPatterns? Patterns(ContextUse use, ContextLinks links)
    {
        var followed = new FollowedPaths(links);
        foreach (var path in use.FollowPaths ?? [])
            followed.Follow(path);
        // The context's own folder among them lifts the filter, unless there are patterns besides.
        string[] patterns = followed._followed.Contains("") ? [.. use.IncludePatterns] : [.. use.IncludePatterns, .. followed._followed];
        return patterns.Length == 0 ? null : new PathPatterns(patterns);
    }

    private void Follow(string path)
    {
        var rest = ContextPath.Clean("/" + path)[1..];
        var current = "";
        while (true)
        {
            var folder = current;
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            var name = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? "" : rest[(slash + 1)..];
            current = ContextPath.Join(folder, name);
            var targets = Targets(folder, name);
            if (targets.Length == 0 && rest.Length > 0)
                continue;
            if (!_followed.Add(current))
                return;
            foreach (var target in targets)
                Follow(ContextPath.Join(target, rest));
            return;
        }
    }

    private string[] Targets(string folder, string name)
    {
        if (!PathGlob.HasWildcards(name))
            return [.. _links.Targets(folder, x => x == name)];
        var glob = new PathGlob(name);
        return [.. _links.Targets(folder, glob.Matches)];
    }
}
