using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Building;

/// <summary>The build args that FROM lines see: those declared before the first FROM, with their defaults or the values a build gives them.</summary>
/// <param name="given">The values a build gives; <c>KEY=VALUE</c> each.</param>
internal sealed partial class DockerfileArguments(IEnumerable<string> given)
{
    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, string> _given = given
        .Select(x => x.Split('=', 2))
        .Where(x => x.Length == 2)
        .GroupBy(x => x[0])
        .ToDictionary(x => x.Key, x => x.Last()[1]);

    /// <summary>Takes in what an ARG instruction declares.</summary>
    /// <param name="declaration">What stands behind ARG.</param>
    public void Declare(string declaration)
    {
        foreach (var parts in DockerfileWords.Split(declaration).Select(x => x.Split('=', 2)))
            if (_given.TryGetValue(parts[0], out var value))
                _values[parts[0]] = value;
            else if (parts.Length == 2)
                _values[parts[0]] = Expand(parts[1].Trim('"', '\''));
    }

    /// <summary>A text with the args' values in it; an arg without a value is empty.</summary>
    /// <param name="text">The text, with <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c> or <c>${NAME:+value}</c> in it.</param>
    public string Expand(string text) =>
        Use()
            .Replace(
                text,
                x =>
                {
                    var value = _values.GetValueOrDefault(x.Groups["name"].Value, "");
                    return x.Groups["sign"].Value switch
                    {
                        ":-" or "-" => value.Length > 0 ? value : Expand(x.Groups["other"].Value),
                        ":+" or "+" => value.Length > 0 ? Expand(x.Groups["other"].Value) : "",
                        _ => value,
                    };
                }
            );

    [GeneratedRegex(@"\$(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<sign>:?[-+])(?<other>[^}]*))?\})")]
    private static partial Regex Use();
}
