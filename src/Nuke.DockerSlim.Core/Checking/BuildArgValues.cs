using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Checking;

/// <summary>Build args in FROM: the values that a builder fills in.</summary>
internal static partial class BuildArgValues
{
    /// <summary>The values of the ARGs before the first FROM.</summary>
    /// <param name="global">Those ARGs.</param>
    /// <param name="given">What the build gives instead of defaults.</param>
    public static IReadOnlyDictionary<string, string> Of(
        IEnumerable<DockerfileInstruction> global,
        IReadOnlyDictionary<string, string> given
    )
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in global.Where(x => x.Keyword == "ARG").SelectMany(x => ShellWords.Split(x.Arguments)))
        {
            var parts = word.Split('=', 2);
            if (given.TryGetValue(parts[0], out var value))
                values[parts[0]] = value;
            else if (parts.Length == 2 && Expand(parts[1], values) is { } standard)
                values[parts[0]] = standard;
        }
        return values;
    }

    /// <summary>The text with values in place of names; null when one has no value.</summary>
    /// <param name="text">Such as <c>node:${VERSION:-20}</c>.</param>
    /// <param name="values">The values.</param>
    public static string? Expand(string text, IReadOnlyDictionary<string, string> values)
    {
        var isKnown = true;
        var expanded = Variable()
            .Replace(
                text,
                match =>
                {
                    var value = values.GetValueOrDefault(match.Groups["name"].Value + match.Groups["bare"].Value);
                    var operation = match.Groups["op"].Value;
                    if (operation.EndsWith('+'))
                        return string.IsNullOrEmpty(value) ? "" : match.Groups["word"].Value;
                    if (string.IsNullOrEmpty(value) && operation.EndsWith('-'))
                        return match.Groups["word"].Value;
                    isKnown &= value is not null;
                    return value ?? "";
                }
            );
        return isKnown ? expanded : null;
    }

    [GeneratedRegex(@"\$(?:\{(?<name>\w+)(?:(?<op>:?[-+])(?<word>[^}]*))?\}|(?<bare>\w+))")]
    private static partial Regex Variable();
}
