namespace Nuke.DockerSlim.Hosting;

/// <summary>Files by the names that reports give them: relative to the root folder, unless they lie outside.</summary>
/// <param name="rootDirectory">The root folder, absolute.</param>
internal sealed class RepositoryFiles(string rootDirectory)
{
    private const long Largest = 4 << 20;

    // A worktree's .git is a file.
    private readonly string _repository = Above(rootDirectory).FirstOrDefault(x => Path.Exists(Path.Combine(x, ".git"))) ?? rootDirectory;

    /// <summary>The path from the root of the repository on, which the root folder may lie below.</summary>
    /// <param name="name">The file's name.</param>
    public string PathOf(string name) => Path.GetRelativePath(_repository, Path.GetFullPath(name, rootDirectory)).Replace('\\', '/');

    /// <summary>A file's text; null where there is none that can be read.</summary>
    /// <param name="name">The file's name.</param>
    public string? TextOf(string name)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(name, rootDirectory));
            return file is { Exists: true, Length: <= Largest } ? File.ReadAllText(file.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
