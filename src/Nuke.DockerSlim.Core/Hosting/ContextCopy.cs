using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A copy of what a <c>.dockerignore</c> lets through, to be edited without touching the user's files; gone when it is disposed.</summary>
public sealed class ContextCopy : IDisposable
{
    private readonly IReadOnlyList<ContextEntry> _folders;

    private ContextCopy(string directory, IReadOnlyList<ContextEntry> folders) => (Path, _folders) = (directory, folders);

    /// <summary>Its folder, absolute.</summary>
    public string Path { get; }

    /// <summary>
    /// Copies folders, files and links with their modes and times of change. The files are files of their own, although the file system may
    /// hold their bytes once until one is written. Owners and extended attributes are not taken along (BuildKit drops owners, too), nor
    /// pipes, sockets and devices.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="directory">The folder to make; it must not exist.</param>
    /// <param name="cancellationToken">Ends it halfway; nothing is left behind.</param>
    /// <exception cref="IOException">Something could not be read or written; nothing is left behind.</exception>
    public static ContextCopy Make(ContextListing context, string directory, CancellationToken cancellationToken)
    {
        directory = System.IO.Path.GetFullPath(directory);
        if (System.IO.Path.Exists(directory))
            throw new IOException($"{directory} exists already; the copy of a build context needs a folder of its own.");
        var copy = new ContextCopy(directory, [.. context.Entries.Where(x => x.Kind == ContextEntryKind.Folder)]);
        try
        {
            copy.Fill(context, cancellationToken);
            return copy;
        }
        catch (Exception)
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Takes the folder away.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        // A folder that may not be written keeps its own from going.
        if (!OperatingSystem.IsWindows())
            foreach (var folder in _folders.Select(x => In(x.Path)).Where(Directory.Exists))
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(Path, recursive: true);
    }

    private void Fill(ContextListing context, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path);
        foreach (var folder in _folders)
            Directory.CreateDirectory(In(folder.Path));
        Parallel.ForEach(
            context.Entries.Where(x => x.Kind is ContextEntryKind.File or ContextEntryKind.Link),
            new ParallelOptions { CancellationToken = cancellationToken },
            x => CopyFile(x, System.IO.Path.Combine(context.Directory, x.Path), In(x.Path))
        );
        // Only now, the deepest first: a folder changes when something is put into it, and may forbid just that.
        foreach (var folder in _folders.Reverse())
        {
            CopyMode(System.IO.Path.Combine(context.Directory, folder.Path), In(folder.Path));
            Directory.SetLastWriteTimeUtc(In(folder.Path), folder.ModifiedAt);
        }
    }

    private string In(string path) => System.IO.Path.Combine(Path, path);

    private static void CopyFile(ContextEntry entry, string source, string destination)
    {
        if (entry.Kind == ContextEntryKind.Link)
        {
            File.CreateSymbolicLink(destination, entry.LinkTarget ?? "");
            return;
        }
        File.Copy(source, destination);
        CopyMode(source, destination);
    }

    // Modes are part of the cache key of a COPY; File.Copy leaves out set-user-id and the like.
    private static void CopyMode(string source, string destination)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(destination, File.GetUnixFileMode(source));
    }
}
