using System.IO.Enumeration;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Counts what is left out of a build context, by the uppermost folder that is left out.</summary>
internal sealed class IgnoredCount
{
    private static readonly EnumerationOptions All = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
    };

    private readonly Dictionary<string, ContextShare> _shares = [];

    /// <summary>What was counted, in the order it was met.</summary>
    public IReadOnlyList<ContextShare> Shares => [.. _shares.Values];

    /// <summary>Counts a single entry.</summary>
    /// <param name="folder">The uppermost ignored folder it lies in; null when it is ignored by itself.</param>
    /// <param name="entry">The entry.</param>
    public void Add(string? folder, ContextEntry entry) => Add(folder is null ? entry.Path : folder + "/", entry.Content.Bytes, 1);

    /// <summary>Counts a folder with all that is in it.</summary>
    /// <param name="folder">The uppermost ignored folder that it lies in or is.</param>
    /// <param name="directory">Where it lies, absolute.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void AddAll(string folder, string directory, CancellationToken cancellationToken)
    {
        var files = new FileSystemEnumerable<long>(directory, (ref FileSystemEntry x) => IsLink(ref x) ? 0 : x.Length, All)
        {
            ShouldIncludePredicate = (ref FileSystemEntry x) => IsLink(ref x) || !x.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry x) => !IsLink(ref x),
        };
        var (content, count) = (0L, 0);
        try
        {
            foreach (var bytes in files)
            {
                content += bytes;
                if ((++count & 1023) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Taken away since its name was read.
        }
        Add(folder + "/", content, count);
    }

    private void Add(string path, long content, int files) =>
        _shares[path] = _shares.TryGetValue(path, out var known)
            ? known with
            {
                Content = new ByteSize(known.Content.Bytes + content),
                Files = known.Files + files,
            }
            : new ContextShare(path, new ByteSize(content), files);

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
