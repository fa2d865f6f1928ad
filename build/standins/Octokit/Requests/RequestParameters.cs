using System.Globalization;
using System.Reflection;
using Octokit.Internal;

namespace Octokit;

/// <summary>A request whose properties go into the query, in the order of their declaration.</summary>
public abstract class RequestParameters
{
    public IDictionary<string, string> ToParametersDictionary()
    {
        var parameters = new Dictionary<string, string>();
        foreach (var property in GetType().GetProperties())
        {
            if (Text(property.GetValue(this)) is { } text)
                parameters[property.GetCustomAttribute<ParameterAttribute>()?.Key ?? property.Name.ToLowerInvariant()] = text;
        }
        return parameters;
    }

    private static string Text(object value) =>
        value switch
        {
            null => null,
            Enum member => WireText.Of(member),
            DateTimeOffset time => Json.Text(time),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
