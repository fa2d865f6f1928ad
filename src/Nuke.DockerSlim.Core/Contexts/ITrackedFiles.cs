namespace Nuke.DockerSlim.Contexts;

/// <summary>Knows which files are under version control.</summary>
public interface ITrackedFiles
{
    /// <summary>The tracked files of a folder and below, relative to it, parted by slashes; null where there is no version control.</summary>
    /// <param name="directory">The folder, absolute.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<IReadOnlySet<string>?> ListAsync(string directory, CancellationToken cancellationToken);
}
