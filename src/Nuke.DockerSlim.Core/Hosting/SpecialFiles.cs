using System.Formats.Tar;
using Nuke.DockerSlim.Contexts;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Tells named pipes, sockets and devices from empty files, without opening them: a pipe would wait for somebody to write. The base library
/// has no other question that answers it than what a tar entry of the file would be.
/// </summary>
internal static class SpecialFiles
{
    private const int TypeFlag = 156;

    /// <summary>Whether an entry that looks like an empty file is none.</summary>
    /// <param name="directory">The context's folder.</param>
    /// <param name="entry">The entry.</param>
    public static bool IsSpecial(string directory, ContextEntry entry)
    {
        if (entry.Kind != ContextEntryKind.File || entry.Content.Bytes > 0 || OperatingSystem.IsWindows())
            return false;
        using var header = new MemoryStream();
        try
        {
            using (var tar = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true))
                tar.WriteEntry(Path.Combine(directory, entry.Path), "x");
            return header.GetBuffer()[TypeFlag] is not ((byte)'0' or 0);
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // A socket has no place in a tar.
            return true;
        }
    }
}
