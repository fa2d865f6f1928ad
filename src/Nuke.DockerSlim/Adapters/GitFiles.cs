using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Asks git which files it tracks. A machine without git, and a folder that is no working copy, simply have none.</summary>
/// <param name="program">The program; <c>git</c> on the path unless a test says otherwise.</param>
public sealed class GitFiles(string program = "git") : ITrackedFiles
{
    /// <inheritdoc />
    public async Task<IReadOnlySet<string>?> ListAsync(string directory, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await new GitCommand(directory, program)
                .AskAsync(["ls-files", "-z", "--cached"], cancellationToken)
                .ConfigureAwait(false);
            return answer.ExitCode == 0
                ? answer.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (InputException)
        {
            // There is no git.
            return null;
        }
    }
}
