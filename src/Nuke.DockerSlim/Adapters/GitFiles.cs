using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using Nuke.DockerSlim.Contexts;

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
            var answer = await Cli.Wrap(program)
                .WithWorkingDirectory(directory)
                // A repository's own configuration may name a program as file system monitor; it has no business here.
                .WithArguments(["-c", "core.fsmonitor=false", "ls-files", "-z", "--cached"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(System.Text.Encoding.UTF8, cancellationToken)
                .ConfigureAwait(false);
            return answer.ExitCode == 0
                ? answer.StandardOutput.Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (Win32Exception)
        {
            // There is no git.
            return null;
        }
    }
}
