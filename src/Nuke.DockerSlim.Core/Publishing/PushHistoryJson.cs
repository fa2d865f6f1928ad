using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Histories as they hang on images. What is read was written by whoever may push there.</summary>
internal static class PushHistoryJson
{
    /// <summary>A history's bytes.</summary>
    /// <param name="history">The history.</param>
    public static byte[] ToBytes(PushHistory history) => JsonSerializer.SerializeToUtf8Bytes(history, PushHistoryForm.Default.PushHistory);

    /// <summary>Reads a history.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="isNewer">Whether a later version wrote it.</param>
    /// <returns>Null where it is none that this version reads.</returns>
    public static PushHistory? Read(byte[] json, out bool isNewer)
    {
        isNewer = false;
        try
        {
            // The version comes first: a newer one may have any shape.
            using (var document = JsonDocument.Parse(json))
                if (
                    document.RootElement.ValueKind != JsonValueKind.Object
                    || !document.RootElement.TryGetProperty("schemaVersion", out var version)
                    || !version.TryGetInt32(out var number)
                    || (isNewer = number > PushHistory.CurrentSchemaVersion)
                )
                    return null;
            return JsonSerializer.Deserialize(json, PushHistoryForm.Default.PushHistory) is { } read ? Complete(read) : null;
        }
        catch (Exception e) when (e is JsonException or InputException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static PushHistory Complete(PushHistory read) =>
        read with
        {
            Tags = (read.Tags ?? new Dictionary<string, IReadOnlyList<PastImage>>())
                .Where(x => x.Value is not null)
                .ToDictionary(x => x.Key, x => (IReadOnlyList<PastImage>)[.. x.Value.Where(y => y is not null).Take(PushHistory.Most)]),
        };
}
