using System.Text.Json;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>Fields of an event, each in the form that it must have; what has another is not there. Titles, branch names and the like are anybody's text.</summary>
/// <param name="root">The payload.</param>
internal sealed partial class EventFields(JsonElement root)
{
    // The longest name of a branch that GitHub takes is 255 bytes.
    private const int LongestName = 255;

    /// <summary>A text of one line without control characters; null: there is none.</summary>
    /// <param name="path">The names on the way.</param>
    public string? Text(params ReadOnlySpan<string> path)
    {
        if (JsonFields.Find(root, path) is not { ValueKind: JsonValueKind.String } value)
            return null;
        try
        {
            return value.GetString() is { Length: > 0 and <= LongestName } text && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is no text.
            return null;
        }
    }

    /// <summary>A commit; null: there is none.</summary>
    /// <param name="path">The names on the way.</param>
    public string? Sha(params ReadOnlySpan<string> path) => Sha(Text(path));

    /// <summary>A text as a commit; null: it is none.</summary>
    /// <param name="text">The text.</param>
    public static string? Sha(string? text) => text is not null && Commit().IsMatch(text) ? text : null;

    /// <summary>A number above zero; null: there is none.</summary>
    /// <param name="path">The names on the way.</param>
    public int? Number(params ReadOnlySpan<string> path) =>
        JsonFields.Number(JsonFields.Find(root, path)) is { } number and > 0 ? number : null;

    /// <summary>An id, which outgrows 32 bits; null: there is none.</summary>
    /// <param name="path">The names on the way.</param>
    public long? Id(params ReadOnlySpan<string> path) =>
        JsonFields.Find(root, path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var id) && id > 0 ? id : null;

    /// <summary>A repository; null: there is none.</summary>
    /// <param name="path">The names on the way.</param>
    public GitHubRepository? Repository(params ReadOnlySpan<string> path) =>
        GitHubRepository.TryParse(Text(path), out var repository) ? repository : null;

    [GeneratedRegex(@"\A[0-9a-f]{40}(?:[0-9a-f]{24})?\z")]
    private static partial Regex Commit();
}
