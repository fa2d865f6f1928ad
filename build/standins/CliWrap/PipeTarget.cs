using System.Text;
using CliWrap.Internal;

namespace CliWrap;

public abstract class PipeTarget
{
    // It reads nothing and the pipe is closed at once, as in the real package: a program that goes on writing gets a broken pipe.
    public static PipeTarget Null { get; } = Create((_, _) => Task.CompletedTask);

    public abstract Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default);

    public static PipeTarget Create(Func<Stream, CancellationToken, Task> handlePipeAsync) => new DelegatedTarget(handlePipeAsync);

    public static PipeTarget Create(Action<Stream> handlePipe) =>
        Create(
            (origin, _) =>
            {
                handlePipe(origin);
                return Task.CompletedTask;
            }
        );

    public static PipeTarget ToStream(Stream stream, bool autoFlush) =>
        Create((origin, cancellationToken) => StreamCopy.CopyAsync(origin, stream, autoFlush, cancellationToken));

    public static PipeTarget ToStream(Stream stream) => ToStream(stream, true);

    public static PipeTarget ToFile(string filePath) =>
        Create(
            async (origin, cancellationToken) =>
            {
                var file = File.Create(filePath);
                await using var _ = file.ConfigureAwait(false);
                await origin.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }
        );

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        Create(
            async (origin, cancellationToken) =>
            {
                using var reader = new StreamReader(origin, encoding, false, 4096, leaveOpen: true);
                var buffer = new char[4096];
                int count;
                while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                    stringBuilder.Append(buffer, 0, count);
            }
        );

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) => ToStringBuilder(stringBuilder, Encoding.Default);

    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync, Encoding encoding) =>
        Create((origin, cancellationToken) => LineSplitter.SplitAsync(origin, encoding, handleLineAsync, cancellationToken));

    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync, Encoding encoding) =>
        ToDelegate((line, _) => handleLineAsync(line), encoding);

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) => ToDelegate(handleLineAsync, Encoding.Default);

    public static PipeTarget ToDelegate(Action<string> handleLine, Encoding encoding) =>
        ToDelegate(
            (line, _) =>
            {
                handleLine(line);
                return Task.CompletedTask;
            },
            encoding
        );

    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate(handleLine, Encoding.Default);

    public static PipeTarget Merge(params IEnumerable<PipeTarget> targets) => MergedTarget.Of(targets);

    public static PipeTarget Merge(params PipeTarget[] targets) => Merge((IEnumerable<PipeTarget>)targets);

    private sealed class DelegatedTarget(Func<Stream, CancellationToken, Task> copyFromAsync) : PipeTarget
    {
        public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default) =>
            await copyFromAsync(origin, cancellationToken).ConfigureAwait(false);
    }
}
