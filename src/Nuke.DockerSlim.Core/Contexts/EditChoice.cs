namespace Nuke.DockerSlim.Contexts;

/// <summary>Orders the files of a build context by how well they stand for what somebody edits: the best first, then the newest.</summary>
public static class EditChoice
{
    private const string BuildProject = "_build.csproj";
    private static readonly string[] BuildScripts = ["build.sh", "build.ps1", "build.cmd"];

    /// <summary>Files to edit where source is to be edited. Source comes first, what says how to build last.</summary>
    /// <param name="context">The context.</param>
    /// <param name="use">What the production stage asks of it; null when that is not known.</param>
    /// <param name="tracked">Files that version control tracks; null when there is none.</param>
    public static IReadOnlyList<ContextEntry> Sources(ContextListing context, ContextUse? use, IReadOnlySet<string>? tracked) =>
        Order(Files(context, use), tracked);

    /// <summary>Files to edit where dependencies are to be edited: lock files, then manifests.</summary>
    /// <param name="context">The context.</param>
    /// <param name="use">What the production stage asks of it; null when that is not known.</param>
    /// <param name="tracked">Files that version control tracks; null when there is none.</param>
    public static IReadOnlyList<ContextEntry> Dependencies(ContextListing context, ContextUse? use, IReadOnlySet<string>? tracked) =>
        Order(Files(context, use).Where(x => FileRoles.Of(x.Path) is FileRole.Lock or FileRole.Manifest), tracked);

    /// <summary>The files that the production stage takes in; all where that is not known.</summary>
    /// <param name="context">The context.</param>
    /// <param name="use">What the production stage asks of it; null when that is not known.</param>
    public static IEnumerable<ContextEntry> Files(ContextListing context, ContextUse? use)
    {
        var reads = use is null ? null : new ContextReads([use], context.Entries);
        return context.Entries.Where(x => x.Kind == ContextEntryKind.File && reads?.Of(x.Path).Any() != false);
    }

    private static IReadOnlyList<ContextEntry> Order(IEnumerable<ContextEntry> files, IReadOnlySet<string>? tracked)
    {
        ContextEntry[] all = [.. files];
        // NUKE's own project has this name; it is not what the image is made for, however new it is.
        string[] builds =
        [
            .. all.Where(x => x.Path == BuildProject || x.Path.EndsWith($"/{BuildProject}", StringComparison.Ordinal))
                .Select(x => x.Path[..^BuildProject.Length]),
        ];
        return
        [
            .. all.OrderBy(x => BuildScripts.Contains(x.Path) || builds.Any(y => x.Path.StartsWith(y, StringComparison.Ordinal)))
                // What a build or an editor left lying about is nobody's work.
                .ThenBy(x => tracked?.Contains(x.Path) == false)
                .ThenBy(x => FileRoles.Of(x.Path))
                .ThenByDescending(x => x.ModifiedAt)
                .ThenBy(x => x.Path, StringComparer.Ordinal),
        ];
    }
}
