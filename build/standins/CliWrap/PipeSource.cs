using System.Text;

namespace CliWrap;

public abstract class PipeSource
{
    public static PipeSource Null { get; } = Create((_, _) => Task.CompletedTask);

    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    public static PipeSource Create(Func<Stream, CancellationToken, Task> handlePipeAsync) => new DelegatedSource(handlePipeAsync);

    public static PipeSource Create(Action<Stream> handlePipe) =>
        Create(
            (destination, _) =>
            {
                handlePipe(destination);
                return Task.CompletedTask;
            }
        );

    public static PipeSource FromStream(Stream stream, bool autoFlush) =>
        Create((destination, cancellationToken) => Internal.StreamCopy.CopyAsync(stream, destination, autoFlush, cancellationToken));

    public static PipeSource FromStream(Stream stream) => FromStream(stream, true);

    public static PipeSource FromFile(string filePath) =>
        Create(
            async (destination, cancellationToken) =>
            {
                var file = File.OpenRead(filePath);
                await using var _ = file.ConfigureAwait(false);
                await file.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
            }
        );

    public static PipeSource FromBytes(ReadOnlyMemory<byte> data) =>
        Create(async (destination, cancellationToken) => await destination.WriteAsync(data, cancellationToken).ConfigureAwait(false));

    public static PipeSource FromBytes(byte[] data) => FromBytes((ReadOnlyMemory<byte>)data);

    public static PipeSource FromString(string str, Encoding encoding) => FromBytes(encoding.GetBytes(str));

    public static PipeSource FromString(string str) => FromString(str, Encoding.Default);

    public static PipeSource FromCommand(Command command, Func<Stream, Stream, CancellationToken, Task> copyStreamAsync) =>
        Create(
            async (destination, cancellationToken) =>
                await command
                    .WithStandardOutputPipe(PipeTarget.Create((origin, token) => copyStreamAsync(origin, destination, token)))
                    .ExecuteAsync(cancellationToken)
                    .ConfigureAwait(false)
        );

    public static PipeSource FromCommand(Command command) =>
        FromCommand(command, (origin, destination, cancellationToken) => origin.CopyToAsync(destination, cancellationToken));

    private sealed class DelegatedSource(Func<Stream, CancellationToken, Task> copyToAsync) : PipeSource
    {
        public override async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
            await copyToAsync(destination, cancellationToken).ConfigureAwait(false);
    }
}
