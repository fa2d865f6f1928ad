using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Runs the docker command. Ctrl-C interrupts it first, as a person's would; if it has not ended ten seconds later it is killed.
/// </summary>
/// <param name="workingDirectory">The folder it runs in.</param>
/// <param name="program">The program; <c>docker</c> on the path unless a test says otherwise.</param>
public sealed class DockerCommand(string workingDirectory, string program = "docker")
{
    private const int InterruptedExit = 130;
    private const int TerminatedExit = 143;
    private static readonly Dictionary<string, string?> NoVariables = [];
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(2);

    /// <summary>How long an interrupted command may take to end by itself.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command to its end and keeps what it writes.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">docker cannot be started.</exception>
    public Task<BufferedCommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(arguments, NoVariables, cancellationToken);

    /// <summary>Runs a command to its end and keeps what it writes.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">docker cannot be started.</exception>
    public async Task<BufferedCommandResult> RunAsync(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        using var kill = new CancellationTokenSource();
        using var patience = cancellationToken.Register(() => kill.CancelAfter(Grace));
        return await StartAsync(
                () =>
                    Command(arguments)
                        .WithEnvironmentVariables(environment)
                        .ExecuteBufferedAsync(System.Text.Encoding.UTF8, System.Text.Encoding.UTF8, kill.Token, cancellationToken)
                        .Task,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Runs a command to its end and passes on each line of its error output.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="errorLine">Told each line's bytes, which are gone when it returns.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="EngineException">docker cannot be started.</exception>
    public async Task<CommandResult> StreamAsync(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        Action<ReadOnlyMemory<byte>> errorLine,
        CancellationToken cancellationToken
    )
    {
        using var kill = new CancellationTokenSource();
        using var patience = cancellationToken.Register(() => kill.CancelAfter(Grace));
        await using var lines = new ByteLines(errorLine);
        var command = Command(arguments)
            .WithEnvironmentVariables(environment)
            // Without a target CliWrap closes the pipe, and a program that writes to it fails.
            .WithStandardOutputPipe(PipeTarget.ToStream(Stream.Null))
            .WithStandardErrorPipe(PipeTarget.ToStream(lines));
        var result = await StartAsync(() => command.ExecuteAsync(kill.Token, cancellationToken).Task, cancellationToken)
            .ConfigureAwait(false);
        lines.Complete();
        return result;
    }

    private Command Command(IReadOnlyList<string> arguments) =>
        Cli.Wrap(program).WithWorkingDirectory(workingDirectory).WithArguments(arguments).WithValidation(CommandResultValidation.None);

    private async Task<T> StartAsync<T>(Func<Task<T>> start, CancellationToken cancellationToken)
        where T : CommandResult
    {
        try
        {
            var result = await start().ConfigureAwait(false);
            // A terminal's Ctrl-C reaches docker, too, which may be gone before this process has noticed.
            if (result.ExitCode is InterruptedExit or TerminatedExit)
                await Task.Delay(Notice, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (Win32Exception e)
        {
            throw new EngineException(
                $"The command '{program}' cannot be started ({e.InnerException?.Message ?? e.Message}); install the Docker client, or put it on the PATH.",
                e
            );
        }
    }
}
