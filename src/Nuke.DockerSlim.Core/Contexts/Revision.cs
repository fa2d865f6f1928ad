namespace Nuke.DockerSlim.Contexts;

/// <summary>A commit in a git working copy.</summary>
/// <param name="Commit">Its full hash.</param>
/// <param name="Directory">The working copy's topmost folder, absolute.</param>
public sealed record Revision(string Commit, string Directory)
{
    /// <summary>The hash as people read it.</summary>
    public string Short => Commit[..Math.Min(8, Commit.Length)];

    /// <summary>A path of the working copy relative to its topmost folder, parted by slashes; <c>.</c> for that folder; null when it lies outside.</summary>
    /// <param name="path">The path, absolute.</param>
    public string? NameOf(string path)
    {
        var name = Path.GetRelativePath(Directory, path).Replace('\\', '/');
        return name == ".." || name.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(name) ? null : name;
    }
}
