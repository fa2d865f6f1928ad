using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The git command in a folder.</summary>
/// <param name="directory">The folder, absolute.</param>
/// <param name="program">The program.</param>
internal sealed class GitCommand(string directory, string program)
{
    /// <summary>The folder.</summary>
    public string Directory => directory;

    /// <summary>The index to use in place of the working copy's own; null for that.</summary>
    public string? Index { get; init; }

    /// <summary>The sentence for that there is no git: what needs it, and what to do.</summary>
    public string WithoutGit { get; init; } = "--baseline-ref needs git, which is not on the path; install it, or name a report instead.";

    /// <summary>What it says; null when it fails, or has nothing to say.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public async Task<string?> TextAsync(CancellationToken cancellationToken, params IReadOnlyList<string> arguments) =>
        await AskAsync(arguments, cancellationToken).ConfigureAwait(false) is { ExitCode: 0 } answer
        && answer.Text.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>The tags of the commit that the folder is at.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken) =>
        (await TextAsync(cancellationToken, "tag", "--points-at", "HEAD").ConfigureAwait(false))?.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        ) ?? [];

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="input">Its input; null for none.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public async Task<GitAnswer> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, string? input = null)
    {
        try
        {
            var answer = await Cli.Wrap(program)
                .WithWorkingDirectory(directory)
                // A repository's own configuration may name a program as file system monitor; it has no business here.
                .WithArguments(["-c", "core.fsmonitor=false", .. arguments])
                .WithEnvironmentVariables(
                    new Dictionary<string, string?>
                    {
                        ["GIT_INDEX_FILE"] = Index,
                        ["GIT_TERMINAL_PROMPT"] = "0",
                        ["LC_ALL"] = "C",
                    }
                )
                .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input, Encoding.UTF8))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(Encoding.UTF8, cancellationToken)
                .ConfigureAwait(false);
            return new(answer.ExitCode, answer.StandardOutput, answer.StandardError);
        }
        catch (Win32Exception)
        {
            throw new InputException(WithoutGit);
        }
    }
}
