namespace Nuke.DockerSlim.Pages;

/// <summary>
/// A piece of HTML. It can only be made of an interpolated string, whose literals are ours and whose holes are made harmless: that nothing foreign is
/// forgotten is left to the compiler.
/// </summary>
internal readonly struct Html
{
    private readonly string? _source;

    private Html(string source) => _source = source;

    /// <summary>Nothing.</summary>
    public static Html Empty => default;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_source);

    /// <summary>An interpolated string: holes hold foreign text, which may stand between tags and in quoted attributes.</summary>
    /// <param name="handler">The string.</param>
    public static Html Of(HtmlHandler handler) => new(handler.Written());

    /// <summary>Foreign text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of it.</param>
    public static Html Text(string? text, int most = HtmlText.Most) => new(HtmlText.Of(text, most));

    /// <summary>What the pieces are together.</summary>
    /// <param name="pieces">The pieces.</param>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(x => x.ToString())));

    /// <summary>What is no foreign text at all: our own styles and scripts, and data that <see cref="PageData" /> wrote.</summary>
    /// <param name="source">The source.</param>
    public static Html Own(string source) => new(source);

    /// <summary>The source.</summary>
    public override string ToString() => _source ?? "";
}
