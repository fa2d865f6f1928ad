using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Secrets;

/// <summary>Searches JSON documents of an image: every name and every text in them, their escapes undone.</summary>
/// <param name="index">What gives secrets away.</param>
/// <param name="mask">Masks them in paths.</param>
internal sealed class DocumentSearch(NeedleIndex index, SecretMask mask)
{
    private const int Deepest = 256;
    private readonly List<NeedleMatch> _found = [];

    /// <summary>Searches a document. What is no JSON is searched as it is.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="name">What it is called in paths; empty for the config.</param>
    /// <param name="place">What it is.</param>
    public IReadOnlyList<SecretHit> Search(byte[] content, string name, SecretPlace place)
    {
        var hits = new List<SecretHit>();
        try
        {
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = Deepest });
            Walk(json.RootElement, name, place, null, hits);
        }
        catch (JsonException)
        {
            Take(content, name, place, null, hits);
        }
        return [.. hits.Distinct()];
    }

    private void Walk(JsonElement element, string path, SecretPlace place, int? history, List<SecretHit> hits)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                    var within = PlaceOf(place, property.Name, below);
                    Take(Encoding.UTF8.GetBytes(property.Name), below, within, history, hits);
                    Walk(property.Value, below, within, history, hits);
                }
                break;
            case JsonValueKind.Array:
                foreach (var (number, item) in element.EnumerateArray().Index())
                    Walk(item, $"{path}[{number}]", place, place == SecretPlace.History ? history ?? number : history, hits);
                break;
            case JsonValueKind.String:
                Take(Bytes(element), path, place, history, hits);
                break;
            default:
                break;
        }
    }

    private static SecretPlace PlaceOf(SecretPlace place, string name, string path) =>
        (place, name) switch
        {
            (SecretPlace.Config, "history") when path == name => SecretPlace.History,
            (SecretPlace.Config, "Labels") => SecretPlace.Label,
            (SecretPlace.Config, "annotations") => SecretPlace.Annotation,
            _ => place,
        };

    private void Take(byte[] text, string path, SecretPlace place, int? history, List<SecretHit> hits)
    {
        index.Find(text, _found);
        foreach (var needle in _found.Select(x => index.Needles[x.Needle]))
            hits.Add(new SecretHit(needle.Secret, needle.Encoding, place, mask.Apply(path)) { History = history });
        _found.Clear();
    }

    private static byte[] Bytes(JsonElement text)
    {
        try
        {
            return Encoding.UTF8.GetBytes(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: a text that is no Unicode.
            return Encoding.UTF8.GetBytes(text.GetRawText());
        }
    }
}
