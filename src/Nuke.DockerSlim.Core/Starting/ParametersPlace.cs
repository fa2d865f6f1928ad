using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Starting;

/// <summary>Where something can be added to a file of parameters.</summary>
/// <param name="LastEnd">The byte behind the last value; behind the opening bracket where there is none.</param>
/// <param name="HasProperties">Whether there is any.</param>
/// <param name="Indent">What the first property has before it on its line.</param>
/// <param name="Value">The list that the parameter is set to; null where it is not set.</param>
internal sealed record ParametersPlace(long LastEnd, bool HasProperties, string Indent, ParametersList? Value)
{
    private const string UsualIndent = "  ";

    /// <summary>Finds the places for a parameter.</summary>
    /// <param name="json">The file.</param>
    /// <param name="name">The parameter.</param>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static ParametersPlace Find(byte[] json, string name)
    {
        var start = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var reader = new Utf8JsonReader(json.AsSpan(start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("It is no JSON object.");
        var place = new ParametersPlace(reader.BytesConsumed, false, UsualIndent, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            if (!place.HasProperties)
                place = place with { Indent = IndentBefore(json.AsSpan(start), reader.TokenStartIndex) };
            reader.Read();
            if (isIt)
                place = place with { Value = Read(ref reader) };
            else
                reader.Skip();
            place = place with { LastEnd = reader.BytesConsumed, HasProperties = true };
        }
        // What stands behind the object is found out by reading on.
        while (reader.Read())
            continue;
        return place with
        {
            LastEnd = place.LastEnd + start,
            Value = place.Value is { } list ? list with { LastEnd = list.LastEnd + start } : null,
        };
    }

    private static ParametersList Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return new(-1, false);
        }
        var list = new ParametersList(reader.BytesConsumed, false);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            list = new(reader.BytesConsumed, true);
        }
        return list;
    }

    private static string IndentBefore(ReadOnlySpan<byte> json, long property)
    {
        var line = json[..(int)property];
        var blanks = line[(line.LastIndexOf((byte)'\n') + 1)..];
        return blanks.Length > 0 && blanks.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0 ? Encoding.UTF8.GetString(blanks) : UsualIndent;
    }
}
