using System.Text;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// buildx's notation of several fields in one text, as its <c>--secret</c> and <c>--output</c> have it: one record of RFC 4180, which Go's
/// <c>encoding/csv</c> reads. A field that holds a comma or a quote stands in quotes as a whole, quotes in it doubled.
/// </summary>
internal static class CommaFields
{
    /// <summary>The fields of a record, without the white space around them.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="FormatException">A quote is not closed, or stands in the middle of a field; the message never repeats the text.</exception>
    public static IReadOnlyList<string> Split(string record)
    {
        var fields = new List<string>();
        var rest = record.AsSpan();
        while (true)
        {
            rest = rest.TrimStart();
            var field = rest.StartsWith('"') ? Quoted(ref rest) : Plain(ref rest);
            fields.Add(field);
            if (rest.IsEmpty)
                return fields;
            rest = rest[1..];
        }
    }

    /// <summary>A record of fields.</summary>
    /// <param name="fields">The fields.</param>
    public static string Join(params IEnumerable<string> fields) => string.Join(',', fields.Select(Quote));

    private static string Plain(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(',');
        var field = (end < 0 ? rest : rest[..end]).TrimEnd();
        if (field.Contains('"'))
            throw new FormatException("has a quote in the middle of a part: put the quotes around the whole part");
        rest = end < 0 ? [] : rest[end..];
        return field.ToString();
    }

    private static string Quoted(ref ReadOnlySpan<char> rest)
    {
        var field = new StringBuilder();
        rest = rest[1..];
        while (rest.IndexOf('"') is >= 0 and var quote)
        {
            field.Append(rest[..quote]);
            rest = rest[(quote + 1)..];
            if (!rest.StartsWith('"'))
            {
                rest = rest.TrimStart();
                if (!rest.IsEmpty && rest[0] != ',')
                    throw new FormatException("has text behind a closing quote: put the quotes around the whole part");
                return field.ToString();
            }
            field.Append('"');
            rest = rest[1..];
        }
        throw new FormatException("has a quote that is not closed");
    }

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
