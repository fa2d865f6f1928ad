using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Nuke.DockerSlim.Secrets;

/// <summary>
/// The parts of a secret that give it away alone: the token of an .npmrc, the password in a URL, the body of a key. The rest of such files, names, addresses
/// and comments, may lie in an image rightly, so nothing else of them is searched for by itself.
/// </summary>
internal static partial class SecretParts
{
    private const int MostParts = 50;
    private const int ShortestBody = 32;
    private const int ShortestLine = 16;

    /// <summary>The parts.</summary>
    /// <param name="value">All of the secret.</param>
    /// <returns>Each with whether it is the body of a key, whose lines may be broken otherwise.</returns>
    public static IReadOnlyList<(byte[] Bytes, bool IsBody)> Of(byte[] value)
    {
        if (!Utf8.IsValid(value))
            return [];
        var text = Encoding.UTF8.GetString(value);
        var parts = Bodies(text).Select(x => (x, true)).Concat(Tokens(text).Where(x => x != text).Select(x => (x, false)));
        return [.. parts.Distinct().Take(MostParts).Select(x => (Encoding.UTF8.GetBytes(x.Item1), x.Item2))];
    }

    // The headers of a key are the same in every key, and its lines are broken where its writer likes.
    private static IEnumerable<string> Bodies(string text) =>
        Pem()
            .Matches(text)
            .Select(x =>
                string.Concat(
                    x.Groups["body"]
                        .Value.Replace("\\n", "\n", StringComparison.Ordinal)
                        .Split('\n')
                        .Where(y => !y.Contains(':'))
                        .Select(y => string.Concat(y.Where(z => !char.IsWhiteSpace(z) && z != '\\')))
                )
            )
            .Where(x => x.Length >= ShortestBody);

    private static IEnumerable<string> Tokens(string text) =>
        Json(text) is { } pairs ? pairs.Where(x => SecretNames.Has(x.Name) && IsTelling(x.Value)).Select(x => x.Value) : OfLines(text);

    private static IEnumerable<string> OfLines(string text)
    {
        var isOne = !text.Contains('\n');
        foreach (var line in AnyPem().Replace(text, "").Split('\n').Select(x => x.Trim()))
        {
            if (line.StartsWith('#') || line.StartsWith(';') || line.StartsWith("//", StringComparison.Ordinal) && !line.Contains('='))
                continue;
            var isPair = false;
            foreach (Match pair in Pair().Matches(line))
            {
                isPair = true;
                if (SecretNames.Has(pair.Groups["name"].Value) && IsTelling(pair.Groups["value"].Value))
                    yield return pair.Groups["value"].Value;
            }
            foreach (Match url in UserInUrl().Matches(line))
            {
                isPair = true;
                if (IsTelling(url.Groups["password"].Value))
                    yield return url.Groups["password"].Value;
            }
            // Neither name nor address: a line of its own, such as the token below the name of who has it.
            if (!isPair && !isOne && line.Length >= ShortestLine && IsToken(line))
                yield return line;
        }
    }

    /// <summary>Names and values of a JSON text; null when it is none.</summary>
    private static IReadOnlyList<(string Name, string Value)>? Json(string text)
    {
        if (!text.StartsWith('{') && !text.StartsWith('['))
            return null;
        try
        {
            using var json = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return [.. Texts("", json.RootElement)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, string Value)> Texts(string name, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Texts(x.Name, x.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(x => Texts(name, x)),
            JsonValueKind.String => [(name, element.GetString()!)],
            _ => [],
        };

    /// <summary>Whether a value is long or mixed enough not to be met by chance, and no placeholder.</summary>
    private static bool IsTelling(string value) =>
        !value.StartsWith("${", StringComparison.Ordinal)
        && !value.Contains("-----", StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(value) is var bytes
        && (bytes >= 16 || (bytes >= 12 && Kinds(value) >= 2) || (bytes >= Needle.Shortest && Kinds(value) >= 3));

    private static bool IsToken(string line) =>
        Kinds(line) >= 2 && !line.Contains("://", StringComparison.Ordinal) && !line.Any(char.IsWhiteSpace);

    private static int Kinds(string value) =>
        (value.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (value.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (value.Any(char.IsAsciiDigit) ? 1 : 0)
        + (value.Any(x => !char.IsAsciiLetterOrDigit(x)) ? 1 : 0);

    [GeneratedRegex("-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----(?<body>.*?)-----END", RegexOptions.Singleline)]
    private static partial Regex Pem();

    // Certificates and public keys besides, which are no secrets.
    [GeneratedRegex("-----BEGIN [^-]*-----.*?(?:-----END [^-]*-----|$)", RegexOptions.Singleline)]
    private static partial Regex AnyPem();

    // token=x, token: x, "token": "x", password x (.netrc), <password>x</password>, key="Password" value="x".
    [GeneratedRegex(
        """
            <(?<name>[\w.-]+)>(?<value>[^<>]+)</|key="(?<name>[^"]+)"\s+value="(?<value>[^"]+)"|(?<name>[\w./@:-]*\w)["']?\s*(?:=|:\s)\s*["']?(?<value>[^\s"',;]+)|(?:^|\s)(?<name>password|login|account|machine)\s+(?<value>\S+)
            """,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pair();

    [GeneratedRegex("://[^/@:\\s]*:(?<password>[^/@\\s]+)@")]
    private static partial Regex UserInUrl();
}
