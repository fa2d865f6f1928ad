using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A copy of a build context in which one file at a time is edited; gone when it is disposed.</summary>
public sealed class EditedContext : IDisposable
{
    private readonly ContextCopy _copy;
    private readonly OwnedFolder _folder;

    private EditedContext(ContextCopy copy, OwnedFolder folder) => (_copy, _folder) = (copy, folder);

    /// <summary>The copy's folder, absolute.</summary>
    public string Path => _copy.Path;

    /// <summary>Where an image goes that a builder leaves in an OCI layout; absolute, and gone with the copy.</summary>
    public string LayoutDirectory => System.IO.Path.Combine(_folder.Path, "layout");

    /// <summary>Makes the copy, and takes away those that runs left behind which were killed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="temporaryDirectory">The folder in which it gets one of its own.</param>
    /// <param name="cancellationToken">Ends it halfway; nothing is left behind.</param>
    /// <exception cref="IOException">Something could not be read or written; nothing is left behind.</exception>
    public static EditedContext Make(ContextListing context, string temporaryDirectory, CancellationToken cancellationToken)
    {
        var folder = OwnedFolder.Make(temporaryDirectory, "edited-");
        try
        {
            // The engine knows a context by its folder's name, too: under a name of its own a first transfer is full, and only the first.
            var copy = ContextCopy.Make(context, System.IO.Path.Combine(folder.Path, "context"), cancellationToken);
            return new EditedContext(copy, folder);
        }
        catch (Exception)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Begins to edit a file.</summary>
    /// <param name="path">The file, relative to the context.</param>
    public EditedFile Begin(string path) => new(System.IO.Path.Combine(Path, path), path);

    /// <inheritdoc />
    public void Dispose()
    {
        _copy.Dispose();
        _folder.Dispose();
    }

    /// <summary>
    /// A listing without what lies in some folders: a context may hold the root folder of the build, and so the copy to be, and files that this run
    /// keeps open.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="folders">The folders, absolute.</param>
    public static ContextListing Without(ContextListing context, params IReadOnlyList<string> folders)
    {
        string[] paths =
        [
            .. folders.Select(x => System.IO.Path.GetRelativePath(context.Directory, System.IO.Path.GetFullPath(x)).Replace('\\', '/')),
        ];
        return context with { Entries = [.. context.Entries.Where(x => !Array.Exists(paths, path => IsBelow(x.Path, path)))] };
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
