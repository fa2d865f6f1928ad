using System.IO.Enumeration;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Walks a build context as BuildKit's client does: symbolic links are not followed, an ignored folder is opened only where an exception may
/// reach into it, and a folder on the way to such an exception counts as let through.
/// </summary>
public sealed class ContextWalk
{
    private readonly string _directory;
    private readonly PathPatterns _patterns;
    private readonly List<ContextEntry> _entries = [];
    private readonly List<string> _unreadable = [];
    private readonly List<ContextEntry> _pendingFolders = [];
    private readonly IgnoredCount? _ignored;
    private readonly CancellationToken _cancellationToken;

    private ContextWalk(string directory, PathPatterns patterns, bool countIgnored, CancellationToken cancellationToken) =>
        (_directory, _patterns, _ignored, _cancellationToken) = (
            directory,
            patterns,
            countIgnored ? new IgnoredCount() : null,
            cancellationToken
        );

    /// <summary>Reads the context of an image.</summary>
    /// <param name="target">The image.</param>
    /// <param name="countIgnored">Whether to count what is ignored, too, which takes a look into every folder.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="InputException">The folder is missing, or BuildKit would refuse its .dockerignore.</exception>
    public static ContextListing Read(BuildTarget target, bool countIgnored, CancellationToken cancellationToken) =>
        Read(target.ContextDirectory, target.DockerfilePath, countIgnored, cancellationToken);

    /// <summary>Reads a context.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="dockerfile">The Dockerfile: a file of its name with <c>.dockerignore</c> behind it takes the place of the context's own.</param>
    /// <param name="countIgnored">Whether to count what is ignored, too.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="InputException">The folder is missing, or BuildKit would refuse its .dockerignore.</exception>
    public static ContextListing Read(string directory, string dockerfile, bool countIgnored, CancellationToken cancellationToken)
    {
        directory = Path.GetFullPath(directory);
        if (!Directory.Exists(directory))
            throw new InputException($"The build context {directory} does not exist; name an existing folder with --build-context.");
        var ignoreFile = ContextIgnoreFile.Find(directory, dockerfile);
        var patterns = ignoreFile is null ? [] : ContextIgnoreFile.Read(ignoreFile);
        var walk = new ContextWalk(directory, Patterns(patterns, ignoreFile), countIgnored, cancellationToken);
        walk.Folder("", [], topIgnored: null);
        return new ContextListing
        {
            Directory = directory,
            IgnoreFile = ignoreFile,
            IgnorePatterns = patterns,
            Entries = walk._entries,
            Ignored = walk._ignored?.Shares,
            Unreadable = walk._unreadable,
        };
    }

    private static PathPatterns Patterns(IReadOnlyList<string> patterns, string? ignoreFile)
    {
        try
        {
            return new PathPatterns(patterns);
        }
        catch (InputException e)
        {
            throw new InputException($"{ignoreFile}: {e.Message}");
        }
    }

    /// <summary>Goes through a folder.</summary>
    /// <param name="folder">Its path; empty for the context's own.</param>
    /// <param name="matches">Which patterns match it.</param>
    /// <param name="topIgnored">The uppermost ignored folder that it lies in or is; null when none is ignored.</param>
    private void Folder(string folder, bool[] matches, string? topIgnored)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var own = new bool[_patterns.Count];
        foreach (var entry in List(folder))
        {
            var isIgnored = _patterns.Match(entry.Path, matches, own);
            if (entry.Kind == ContextEntryKind.Folder)
            {
                Folder(entry, isIgnored, own, topIgnored);
                own = new bool[_patterns.Count];
            }
            else if (isIgnored)
                _ignored?.Add(topIgnored, entry);
            else
                Take(entry);
        }
    }

    private void Folder(ContextEntry folder, bool isIgnored, bool[] matches, string? topIgnored)
    {
        var top = isIgnored ? topIgnored ?? folder.Path : null;
        if (isIgnored && _patterns.CoverAllBelow(folder.Path))
        {
            _ignored?.AddAll(top!, Path.Combine(_directory, folder.Path), _cancellationToken);
            return;
        }
        if (!isIgnored)
            Take(folder);
        else
            _pendingFolders.Add(folder);
        Folder(folder.Path, matches, top);
        if (isIgnored)
            _pendingFolders.Remove(folder);
    }

    // What is let through in an ignored folder brings the folders above it along.
    private void Take(ContextEntry entry)
    {
        if (entry.Path.Contains('\uFFFD') && !Exists(entry))
            _unreadable.Add($"{entry.Path}: the name is not UTF-8, and BuildKit sends no such file; rename it or ignore it.");
        else
        {
            _entries.AddRange(_pendingFolders);
            _pendingFolders.Clear();
            _entries.Add(SpecialFiles.IsSpecial(_directory, entry) ? entry with { Kind = ContextEntryKind.Special } : entry);
        }
    }

    private bool Exists(ContextEntry entry) => Path.Exists(Path.Combine(_directory, entry.Path)) || entry.LinkTarget is not null;

    private IEnumerable<ContextEntry> List(string folder)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<ContextEntry>(
                    Path.Combine(_directory, folder),
                    (ref FileSystemEntry x) => Entry(folder, ref x),
                    new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }
                ).OrderBy(x => x.Path, StringComparer.Ordinal),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            // Taken away since its name was read: it is not sent either.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            _unreadable.Add($"{folder}: the folder cannot be opened; let this user read it, or ignore it.");
            return [];
        }
    }

    private static ContextEntry Entry(string folder, ref FileSystemEntry entry)
    {
        var path = folder.Length == 0 ? entry.FileName.ToString() : $"{folder}/{entry.FileName}";
        var modifiedAt = entry.LastWriteTimeUtc.UtcDateTime;
        if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
            return new(path, ContextEntryKind.Link, ByteSize.Zero, modifiedAt, new FileInfo(entry.ToFullPath()).LinkTarget);
        return entry.IsDirectory
            ? new(path, ContextEntryKind.Folder, ByteSize.Zero, modifiedAt)
            : new(path, ContextEntryKind.File, new ByteSize(entry.Length), modifiedAt);
    }
}
