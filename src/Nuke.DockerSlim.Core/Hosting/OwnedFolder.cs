using System.Runtime.Versioning;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// A folder for what is there only while a run needs it. A file beside it, <c>NAME.lock</c>, is held for as long as the folder is; the system lets go of it
/// when the process dies, however it dies, and by that later runs know what was left behind.
/// </summary>
public sealed class OwnedFolder : IDisposable
{
    private const string Lock = ".lock";

    // A folder without a lock is one that is just being taken away, or of an earlier version: nobody works that long on one.
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(1);

    private const int Attempts = 3;

    private readonly FileStream _lock;

    private OwnedFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Makes a folder, and takes away those of its kind that processes left which are gone.</summary>
    /// <param name="parent">The folder in which it is made.</param>
    /// <param name="prefix">What the names of its kind begin with.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public static OwnedFolder Make(string parent, string prefix)
    {
        parent = System.IO.Path.GetFullPath(parent);
        Directory.CreateDirectory(parent);
        RemoveLeft(parent, prefix);
        for (var attempt = 1; ; attempt++)
            try
            {
                var path = System.IO.Path.Combine(parent, $"{prefix}{Guid.NewGuid():N}");
                var held = new FileStream(
                    path + Lock,
                    FileMode.CreateNew,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
                Directory.CreateDirectory(path);
                return new OwnedFolder(path, held);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another run took the new file for one left behind, before it was held.
            }
    }

    /// <summary>Takes away what processes left which are gone, of every kind.</summary>
    /// <param name="parent">The folder in which they were made.</param>
    public static void Sweep(string parent)
    {
        if (!Directory.Exists(parent))
            return;
        foreach (var file in Directory.EnumerateFiles(parent, $"*-{new string('?', 32)}{Lock}").ToArray())
            RemoveUnheld(file);
    }

    /// <summary>Takes the folder away.</summary>
    public void Dispose()
    {
        // The lock is the last to go: what is there without one would not be known to be left behind.
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static void RemoveLeft(string parent, string prefix)
    {
        foreach (var file in Directory.EnumerateFiles(parent, $"{prefix}*{Lock}"))
            RemoveUnheld(file);
        foreach (var folder in Directory.EnumerateDirectories(parent, $"{prefix}*"))
            if (!File.Exists(folder + Lock) && DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > LongAgo)
                Remove(folder);
    }

    private static void RemoveUnheld(string file)
    {
        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                if (!Remove(file[..^Lock.Length]))
                    return;
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody works there, or takes it away just now.
        }
    }

    private static bool Remove(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                return true;
            if (!OperatingSystem.IsWindows())
                Open(new DirectoryInfo(folder));
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run takes it away at the same time, or it belongs to another user: no reason to fail this run.
            return false;
        }
    }

    // A copy of a build context may hold folders that may not be written, and links that lead out of it.
    [UnsupportedOSPlatform("windows")]
    private static void Open(DirectoryInfo folder)
    {
        folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var inside in folder.EnumerateDirectories().Where(x => x.LinkTarget is null))
            Open(inside);
    }
}
