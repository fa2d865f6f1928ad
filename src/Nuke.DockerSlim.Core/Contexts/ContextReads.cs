namespace Nuke.DockerSlim.Contexts;

/// <summary>Which Dockerfile lines take a file of the context in, for all builds together that an image needs.</summary>
public sealed class ContextReads
{
    private readonly ContextSource[] _sources;
    private readonly ILookup<string, string> _links;

    /// <summary>Prepares the reads of builds.</summary>
    /// <param name="uses">What the builds ask of the context, of production first; what they have in common counts once.</param>
    /// <param name="entries">What lies in the context: a COPY follows a link that it names. Empty when the context has no links that matter.</param>
    /// <exception cref="Errors.InputException">A pattern of a COPY is malformed, which no build comes to an end with.</exception>
    public ContextReads(IEnumerable<ContextUse> uses, IEnumerable<ContextEntry> entries)
    {
        _sources = [.. uses.SelectMany(x => x.Reads).DistinctBy(Identity).Select(x => new ContextSource(x))];
        _links = new ContextLinks(entries).Resolved().ToLookup(x => x.Target, x => x.Link, StringComparer.Ordinal);
    }

    /// <summary>The lines that take a path in, the first first; none when no step reads it.</summary>
    /// <param name="path">The path, relative to the context, parted by slashes. It need not exist any more.</param>
    public IEnumerable<ContextRead> Of(string path) =>
        _sources
            .Where(source => source.Root(path) is not null || Reached(path).Any(x => IsThrough(source, x.Path, x.Link)))
            .Select(x => x.Read);

    // Only a link that the source names is followed; those below it are copied as links.
    private static bool IsThrough(ContextSource source, string path, string link) =>
        source.Root(path) is { } root && ContextPath.IsAtOrBelow(root, link);

    /// <summary>The other names under which links lead to a path.</summary>
    private IEnumerable<(string Path, string Link)> Reached(string path)
    {
        if (_links.Count == 0)
            yield break;
        foreach (var link in _links[""])
            yield return (ContextPath.Join(link, path), link);
        for (var end = 0; end < path.Length; end++)
        {
            end = path.IndexOf('/', end) is >= 0 and var slash ? slash : path.Length;
            foreach (var link in _links[path[..end]])
                yield return (link + path[end..], link);
        }
    }

    private static (string, bool, int?, string, string) Identity(ContextRead read) =>
        (read.Source, read.IsMount, read.FirstLine, string.Join('\n', read.IncludePatterns), string.Join('\n', read.ExcludePatterns));
}
