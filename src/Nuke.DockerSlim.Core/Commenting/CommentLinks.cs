namespace Nuke.DockerSlim.Commenting;

/// <summary>Links to the pipeline's own pages; none where they would lead anywhere else.</summary>
/// <param name="options">Where the pages are.</param>
internal sealed class CommentLinks(CommentOptions options)
{
    private readonly string? _source = Address(options.SourceAddress);
    private readonly string? _run = Address(options.RunAddress);

    /// <summary>A link to the pipeline's run; empty where nobody knows it.</summary>
    public Markdown Run => _run is null ? Markdown.Empty : Link(Markdown.Of($"run"), _run);

    /// <summary>A text that leads to a line of a file, or stays one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file as a report names it, relative to the root folder; null: unknown.</param>
    /// <param name="line">Its line; null: the whole.</param>
    public Markdown To(Markdown text, string? file, int? line)
    {
        if (_source is null || string.IsNullOrEmpty(file))
            return text;
        var parts = file.Split('/');
        // A path that climbs would lead into another repository.
        if (parts.Any(x => x.Length is 0 or > 200 || x is "." or "..") || parts.Length > 30)
            return text;
        var place = line is > 0 and { } number ? $"#L{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return Link(text, $"{_source}/{string.Join('/', parts.Select(Uri.EscapeDataString))}{place}");
    }

    private static Markdown Link(Markdown text, string address) => Markdown.Of($"[{text}](<{Markdown.Address(address)}>)");

    private static string? Address(Uri? uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo: "" } ? uri.AbsoluteUri.TrimEnd('/') : null;
}
