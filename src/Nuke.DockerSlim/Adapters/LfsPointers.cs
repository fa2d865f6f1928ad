using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Files of Git LFS that were not there, so that only what points to them was taken out: an image of them would be held to be smaller than it was.
/// </summary>
internal static class LfsPointers
{
    // By the specification of Git LFS a pointer is smaller than this, and begins with its version.
    private const int Longest = 1024;
    private static ReadOnlySpan<byte> Begin => "version https://git-lfs.github.com/spec/"u8;

    /// <summary>Refuses pointers in place of files that the working copy has.</summary>
    /// <param name="revision">The commit.</param>
    /// <param name="directory">Where its files were taken out to.</param>
    /// <exception cref="InputException">There is such a one.</exception>
    public static void RequireNone(Revision revision, string directory)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", options))
        {
            if (file.Length >= Longest || !IsPointer(file.FullName))
                continue;
            var name = Path.GetRelativePath(directory, file.FullName).Replace('\\', '/');
            var current = new FileInfo(Path.Combine(revision.Directory, name));
            // Where the working copy has pointers, too, both images are made of them.
            if (current.Exists && (current.Length >= Longest || !IsPointer(current.FullName)))
                throw new InputException(
                    $"{name} of {revision.Short} is not here, only the pointer of Git LFS to it; run git lfs install and git lfs fetch origin {revision.Commit}."
                );
        }
    }

    private static bool IsPointer(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> begin = stackalloc byte[Begin.Length];
        return stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual(Begin);
    }
}
