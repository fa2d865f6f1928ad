using System.Security.Cryptography;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Files in a folder that may all be lost at any time: written in one piece, held to a checksum, the least recently used dropped when they become too many.
/// </summary>
/// <param name="folder">The folder; it need not exist.</param>
/// <param name="most">Bytes that the files may have together.</param>
internal sealed class CacheFolder(string folder, long most)
{
    /// <summary>A layer of 200,000 files takes about 8 MB.</summary>
    public const long Most = 256 << 20;

    private const string Unfinished = ".unfinished";

    // How often a use is written down: more often would cost a write with every read.
    private static readonly TimeSpan UseStep = TimeSpan.FromHours(1);

    // Before the content: what it is, in which version, and its SHA-256. The version is raised when the way of computing changes.
    private static ReadOnlySpan<byte> Mark => "slim\x03"u8;

    /// <summary>The content of a file; null when there is none, or it is not as it was written.</summary>
    /// <param name="kind">The folder below this one.</param>
    /// <param name="name">The file's name.</param>
    public ReadOnlyMemory<byte>? Read(string kind, string name)
    {
        var file = Path.Combine(folder, kind, name);
        try
        {
            var bytes = File.ReadAllBytes(file);
            var start = Mark.Length + SHA256.HashSizeInBytes;
            if (bytes.Length < start || !bytes.AsSpan().StartsWith(Mark))
                return null;
            var isWhole = SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SHA256.HashSizeInBytes));
            if (isWhole && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > UseStep)
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return isWhole ? bytes.AsMemory(start) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file, if that is possible.</summary>
    /// <param name="kind">The folder below this one.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its content.</param>
    public void Write(string kind, string name, ReadOnlySpan<byte> content)
    {
        // A process id would not do: containers that share the folder may each have the same one.
        var temporary = Path.Combine(folder, kind, Guid.NewGuid().ToString("N") + Unfinished);
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, kind));
            using (var stream = File.Create(temporary))
            {
                stream.Write(Mark);
                stream.Write(SHA256.HashData(content));
                stream.Write(content);
            }
            File.Move(temporary, Path.Combine(folder, kind, name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run computes it again; no reason to fail this one.
            Remove(temporary);
        }
    }

    /// <summary>Drops what was not used for longest until a quarter of the room is free again, and what runs that ended early left unfinished.</summary>
    public void Trim()
    {
        try
        {
            var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories).OrderBy(x => x.LastWriteTimeUtc).ToList();
            foreach (
                var left in files.Where(x =>
                    x.Name.EndsWith(Unfinished, StringComparison.Ordinal) && DateTime.UtcNow - x.LastWriteTimeUtc > UseStep
                )
            )
                Remove(left.FullName);
            var bytes = files.Sum(x => x.Length);
            if (bytes <= most)
                return;
            foreach (var file in files.TakeWhile(_ => bytes > most / 4 * 3))
            {
                Remove(file.FullName);
                bytes -= file.Length;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run trims at the same time, or the folder is not there: nothing to hold to a size.
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What kept it from being written keeps it from being deleted; or it is in use, and goes next time.
        }
    }
}
