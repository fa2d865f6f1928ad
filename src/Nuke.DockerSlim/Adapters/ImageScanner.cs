using System.ComponentModel;
using CliWrap;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Scanning;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Runs scanners that are on the path. They ask the engine that the docker command would ask, whatever its context.</summary>
/// <param name="workingDirectory">The folder they run in, where their own settings and lists of exceptions lie.</param>
/// <param name="engine">Where the engine listens.</param>
/// <param name="path">The folders that programs are looked for in; null: those of this process.</param>
internal sealed class ImageScanner(string workingDirectory, EngineAddress engine, string? path = null) : IImageScanner
{
    // A report of an image of ten thousand vulnerabilities comes to some 60 MB.
    private const int MostOutput = 256 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ProgramPath _path = new(path);

    /// <inheritdoc />
    public string? Find(IReadOnlyList<string> programs) => programs.FirstOrDefault(x => _path.Find(x) is not null);

    /// <inheritdoc />
    public async Task<ScanOutput> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var kill = new CancellationTokenSource();
        using var tooMuch = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = tooMuch.Token.Register(() => kill.CancelAfter(Grace));
        using var output = new MemoryStream();
        var errors = new LastErrors();
        try
        {
            var result = await Cli.Wrap(_path.Find(program) ?? program)
                .WithWorkingDirectory(workingDirectory)
                .WithArguments(arguments)
                .WithEnvironmentVariables(new Dictionary<string, string?> { ["DOCKER_HOST"] = engine.Host })
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(
                    PipeTarget.Create(async (stream, token) => await CopyAsync(stream, output, tooMuch, token).ConfigureAwait(false))
                )
                .WithStandardErrorPipe(errors.Pipe)
                .ExecuteAsync(kill.Token, tooMuch.Token)
                .ConfigureAwait(false);
            return new ScanOutput(result.ExitCode, output.ToArray(), errors.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EngineException($"{program} wrote more than {MostOutput >> 20} MiB, which is no report of an image; it was ended.");
        }
        catch (Win32Exception e)
        {
            throw new EngineException($"{program} cannot be started: {e.Message}");
        }
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationTokenSource tooMuch, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (to.Length + count > MostOutput)
            {
                await tooMuch.CancelAsync().ConfigureAwait(false);
                return;
            }
            to.Write(buffer, 0, count);
        }
    }
}
