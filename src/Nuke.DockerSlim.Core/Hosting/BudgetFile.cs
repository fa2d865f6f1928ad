using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The limits that a repository keeps in <c>.nuke/parameters.json</c>, under <c>BudgetLimits</c>; and why they were raised, under <c>BudgetRaises</c>, which
/// nothing but people read. Everything else in the file stays as it is.
/// </summary>
/// <param name="path">The file, absolute; it is made if it is missing.</param>
public sealed class BudgetFile(string path)
{
    private const string Limits = "BudgetLimits";
    private const string Raises = "BudgetRaises";

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The entries that it has.</summary>
    /// <exception cref="InputException">It is no JSON object, or what it has there is no list of texts.</exception>
    public IReadOnlyList<string> Read() => Entries(Load());

    /// <summary>Puts limits in, each in the place of the one that it changes.</summary>
    /// <param name="changes">The limits.</param>
    /// <param name="raise">What is to be kept of the reason, a line for each; none for lowering.</param>
    /// <exception cref="InputException">It cannot be read or written.</exception>
    public void Write(IReadOnlyList<LimitChange> changes, IReadOnlyList<string> raise)
    {
        var file = Load();
        List<string> entries = [.. Entries(file)];
        foreach (var change in changes)
        {
            var index = entries.FindIndex(x => IsOf(x, change.Key));
            if (index < 0)
                entries.Add(change.Entry);
            else
                entries[index] = change.Entry;
        }
        file[Limits] = List(entries);
        if (raise.Count > 0)
            file[Raises] = List([.. Texts(file, Raises), .. raise]);
        try
        {
            WholeFile.Replace(path, Text(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written ({e.Message}), so no limit was changed; make it writable.");
        }
    }

    /// <summary>Whether an entry sets a limit.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="key">The limit, as its entry names it.</param>
    public static bool IsOf(string entry, string key) => entry.Split('=')[0].Trim().Equals(key, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<string> Entries(JsonObject file) => Texts(file, Limits);

    private IReadOnlyList<string> Texts(JsonObject file, string name) =>
        file[name] switch
        {
            null => [],
            JsonArray list when list.All(x => x is JsonValue value && value.GetValueKind() == JsonValueKind.String) =>
            [
                .. list.Select(x => x!.GetValue<string>()),
            ],
            _ => throw new InputException($"{path}: {name} is no list of texts; write [\"download-size=80MB\"]."),
        };

    private JsonObject Load()
    {
        try
        {
            return !File.Exists(path)
                ? []
                : JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                    ?? throw new InputException($"{path} is no JSON object; write {{ }} into it, or delete it.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read ({e.Message.TrimEnd('.')}), so no limit was changed; mend it.");
        }
    }

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(x => (JsonNode)JsonValue.Create(x))];

    private static string Text(JsonObject file)
    {
        using var text = new MemoryStream();
        // A reason is for people: letters stay letters.
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(text, options))
            file.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }
}
