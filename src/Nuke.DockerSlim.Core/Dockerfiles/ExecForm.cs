using System.Text.Json;

namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>The list form of an instruction's arguments: <c>["npm", "ci"]</c>.</summary>
internal static class ExecForm
{
    /// <summary>The words; null when the arguments are no such list.</summary>
    /// <param name="arguments">The arguments.</param>
    public static IReadOnlyList<string>? Read(string arguments)
    {
        if (!arguments.StartsWith('['))
            return null;
        try
        {
            using var document = JsonDocument.Parse(arguments);
            var items = document.RootElement.EnumerateArray().ToArray();
            return items.All(x => x.ValueKind == JsonValueKind.String) ? [.. items.Select(x => x.GetString()!)] : null;
        }
        catch (JsonException)
        {
            // Builders take such a text as the shell form, too.
            return null;
        }
    }
}
