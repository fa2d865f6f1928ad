namespace Octokit.Internal;

internal static class Query
{
    /// <summary>Adds parameters to an address; where both name one, the parameter wins, except for the page: a link leads on from it.</summary>
    public static Uri Add(Uri uri, IDictionary<string, string> parameters)
    {
        if (parameters is null || parameters.Count == 0)
            return uri;
        var (path, query) = Split(uri);
        var merged = parameters.ToDictionary(pair => pair.Key, pair => Uri.EscapeDataString(pair.Value));
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.IndexOf('=') is var at and >= 0 ? (part[..at], part[(at + 1)..]) : (part, string.Empty);
            if (name == "page" || !merged.ContainsKey(name))
                merged[name] = value;
        }
        var joined = string.Join('&', merged.Select(pair => $"{pair.Key}={pair.Value}"));
        return new Uri($"{path}?{joined}", UriKind.RelativeOrAbsolute);
    }

    private static (string Path, string Query) Split(Uri uri)
    {
        var text = uri.OriginalString;
        return text.IndexOf('?') is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, string.Empty);
    }
}
