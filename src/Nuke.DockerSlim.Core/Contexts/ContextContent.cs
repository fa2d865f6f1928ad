using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Contexts;

/// <summary>What builds are sent of a context when they are run for the first time, and what no line of theirs takes in.</summary>
public sealed record ContextContent
{
    /// <summary>Files, links and the like that the builds ask for; each once, however many of them do.</summary>
    public required IReadOnlyList<ContextEntry> Sent { get; init; }

    /// <summary>
    /// What is let through and taken in by no line, the largest first: folders of which nothing is taken in, and single files of others.
    /// The Dockerfile and the <c>.dockerignore</c> do not count: the builder reads them.
    /// </summary>
    public required IReadOnlyList<ContextShare> Unused { get; init; }

    /// <summary>Bytes of the unused that are sent nevertheless.</summary>
    public required ByteSize UnusedSent { get; init; }

    /// <summary>Takes a context apart.</summary>
    /// <param name="context">What lies in it.</param>
    /// <param name="uses">What the builds ask for; at least one.</param>
    /// <param name="dockerfile">The Dockerfile, absolute.</param>
    public static ContextContent Of(ContextListing context, IReadOnlyList<ContextUse> uses, string dockerfile)
    {
        var links = new ContextLinks(context.Entries);
        var asked = uses.Where(x => x.IsSent).Select(x => FollowedPaths.Patterns(x, links)).ToArray();
        var reads = new ContextReads(uses, context.Entries);
        string[] ofBuilder = [InContext(context, dockerfile), context.IgnoreFile is { } file ? InContext(context, file) : ""];
        var sent = new List<ContextEntry>();
        var unused = new List<ContextEntry>();
        var usedFolders = new HashSet<string>(StringComparer.Ordinal);
        var unusedSent = 0L;
        foreach (var entry in context.Entries.Where(x => x.Kind != ContextEntryKind.Folder))
        {
            var isSent = asked.Any(x => x?.Match(entry.Path) ?? true);
            if (isSent)
                sent.Add(entry);
            if (reads.Of(entry.Path).Any() || ofBuilder.Contains(entry.Path))
                AddFolders(usedFolders, entry.Path);
            else
            {
                unused.Add(entry);
                unusedSent += isSent ? entry.Content.Bytes : 0;
            }
        }
        return new ContextContent
        {
            Sent = sent,
            Unused = [.. Shares(unused, usedFolders)],
            UnusedSent = new ByteSize(unusedSent),
        };
    }

    private static string InContext(ContextListing context, string file)
    {
        var relative = Path.GetRelativePath(context.Directory, file);
        return relative.Replace('\\', '/');
    }

    private static void AddFolders(HashSet<string> folders, string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            if (!folders.Add(path[..slash]))
                return;
    }

    private static IEnumerable<ContextShare> Shares(IEnumerable<ContextEntry> entries, HashSet<string> usedFolders) =>
        entries
            .GroupBy(x => Uppermost(x.Path, usedFolders), StringComparer.Ordinal)
            .Select(x => new ContextShare(x.Key, new ByteSize(x.Sum(y => y.Content.Bytes)), x.Count()))
            .OrderByDescending(x => x.Content)
            .ThenBy(x => x.Path, StringComparer.Ordinal);

    private static string Uppermost(string path, HashSet<string> usedFolders)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            if (!usedFolders.Contains(path[..slash]))
                return path[..(slash + 1)];
        return path;
    }
}
