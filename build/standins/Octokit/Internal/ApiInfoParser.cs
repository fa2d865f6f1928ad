using System.Globalization;
using System.Text.RegularExpressions;

namespace Octokit.Internal;

internal static partial class ApiInfoParser
{
    /// <summary>Not the server's: when its answer arrived, to compare with its own clock.</summary>
    public const string ReceivedDate = "X-Octokit-ReceivedDate";

    public static ApiInfo Parse(IReadOnlyDictionary<string, string> headers)
    {
        var links = new Dictionary<string, Uri>();
        foreach (Match link in LinkPattern().Matches(Text(headers, "Link") ?? string.Empty))
            links[link.Groups["rel"].Value] = new Uri(link.Groups["uri"].Value, UriKind.RelativeOrAbsolute);
        return new ApiInfo(
            links,
            Words(headers, "X-OAuth-Scopes"),
            Words(headers, "X-Accepted-OAuth-Scopes"),
            Text(headers, "ETag"),
            new RateLimit(new Dictionary<string, string>(headers)),
            Time(headers, "Date") is { } sent && Time(headers, ReceivedDate) is { } received ? sent - received : TimeSpan.Zero
        );
    }

    private static string Text(IReadOnlyDictionary<string, string> headers, string name) => headers.GetValueOrDefault(name);

    private static string[] Words(IReadOnlyDictionary<string, string> headers, string name) =>
        (Text(headers, name) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateTimeOffset? Time(IReadOnlyDictionary<string, string> headers, string name) =>
        DateTimeOffset.TryParseExact(Text(headers, name), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    [GeneratedRegex("""<(?<uri>[^>]*)>\s*;\s*rel="(?<rel>[^"]*)"?""", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();
}
