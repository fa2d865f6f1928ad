using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Docker.DotNet.Operations;

/// <summary>Hands a progress each message of an answer that the engine writes bit by bit.</summary>
internal static class MessageReader
{
    /// <summary>JSON objects one after the other, with or without line ends between them.</summary>
    public static async Task ReportAsync<T>(
        Task<Stream> opening,
        JsonTypeInfo<T> type,
        IProgress<T> progress,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await opening.ConfigureAwait(false);
        var messages = new MessageBuffer(stream);
        do
        {
            // Each message is reported before the next is looked at: nothing broken after it can take it back.
            while (messages.TryTake(type, out var message))
            {
                progress.Report(message);
            }
        } while (await messages.ReadMoreAsync(cancellationToken).ConfigureAwait(false));
    }

    public static async Task ReportLinesAsync(Task<Stream> opening, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var stream = await opening.ConfigureAwait(false);
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            progress.Report(line);
        }
    }
}
