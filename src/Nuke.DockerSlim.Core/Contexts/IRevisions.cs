using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Contexts;

/// <summary>Knows what version control has kept of a working copy. Nothing of it ever changes the working copy, its index or its branches.</summary>
public interface IRevisions
{
    /// <summary>A commit by a name.</summary>
    /// <param name="directory">A folder of the working copy, absolute.</param>
    /// <param name="name">
    /// What git calls a revision (<c>origin/main</c>, a tag, a hash); with <c>...</c> behind it, the merge base of that and HEAD; <c>merge-base</c> alone is
    /// the merge base of HEAD and the branch that a pull request is to go into.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The commit; null when the merge base of a pull request is asked for and this run is of none.</returns>
    /// <exception cref="InputException">There is no git, no working copy or no such revision; the message says what to do.</exception>
    Task<Revision?> FindAsync(string directory, string name, CancellationToken cancellationToken);

    /// <summary>Takes files out as they were, with what checking them out does to them (line ends, Git LFS), and with submodules.</summary>
    /// <param name="revision">The commit.</param>
    /// <param name="paths">Files and folders, relative to the working copy, parted by slashes; what was not there then is left out.</param>
    /// <param name="directory">Where to, absolute; each path lies there under its own name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">Something of it is not to be had here; the message says what to fetch.</exception>
    Task TakeOutAsync(Revision revision, IReadOnlyList<string> paths, string directory, CancellationToken cancellationToken);
}
