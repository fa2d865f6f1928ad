namespace Nuke.DockerSlim.Contexts;

/// <summary>The part of a build context that a build takes in.</summary>
public static class TakenContext
{
    /// <summary>
    /// The listing with nothing but that part: a copy of it builds the same, however much else lies in the context. Links stay, because others may
    /// lead through them.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="use">What the build asks of it; null where that is not known: then all of it stays.</param>
    public static ContextListing Of(ContextListing context, ContextUse? use)
    {
        if (use is null)
            return context;
        var reads = new ContextReads([use], context.Entries);
        var taken = context.Entries.Where(x => x.Kind == ContextEntryKind.Link || reads.Of(x.Path).Any()).ToArray();
        var above = taken.SelectMany(x => Above(x.Path)).ToHashSet(StringComparer.Ordinal);
        var paths = taken.Select(x => x.Path).ToHashSet(StringComparer.Ordinal);
        return context with
        {
            Entries =
            [
                .. context.Entries.Where(x => paths.Contains(x.Path) || (x.Kind == ContextEntryKind.Folder && above.Contains(x.Path))),
            ],
        };
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            yield return path[..end];
    }
}
