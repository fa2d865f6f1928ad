namespace Nuke.DockerSlim.Commenting;

/// <summary>
/// A piece of Markdown. It can only be made by <see cref="MarkdownText" /> or of an interpolated string, whose literals are ours and whose holes are
/// made harmless: that nothing foreign is forgotten is left to the compiler.
/// </summary>
internal readonly struct Markdown
{
    private readonly string? _source;

    private Markdown(string source) => _source = source;

    /// <summary>Nothing.</summary>
    public static Markdown Empty => default;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_source);

    /// <summary>The number of characters.</summary>
    public int Length => _source?.Length ?? 0;

    /// <summary>An interpolated string: holes hold foreign text, <c>:code</c> shows it as code, <c>:cell</c> as code in a table.</summary>
    /// <param name="handler">The string.</param>
    public static Markdown Of(MarkdownHandler handler) => new(handler.Written());

    /// <summary>Foreign text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of it.</param>
    public static Markdown Text(string? text, int most = MarkdownText.Most) => new(MarkdownText.Of(text, most));

    /// <summary>Foreign text as code in a cell of a table.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of it.</param>
    public static Markdown Cell(string? text, int most = MarkdownText.Most) => new(MarkdownText.CodeCell(text, most));

    /// <summary>Lines as a block of code.</summary>
    /// <param name="lines">Lines that <see cref="Reporting.UntrustedText" /> has made harmless.</param>
    /// <param name="language">What the fence says it is, a word of ours.</param>
    /// <param name="most">Most characters of a line.</param>
    public static Markdown Block(IReadOnlyCollection<string> lines, string language = "", int most = MarkdownText.Most) =>
        new(MarkdownText.Block(lines, language, most));

    /// <summary>The address of a link, to be put between angle brackets.</summary>
    /// <param name="address">An absolute address as <see cref="Uri" /> writes it.</param>
    /// <exception cref="FormatException">It would break out of the brackets.</exception>
    public static Markdown Address(string address) =>
        address.AsSpan().ContainsAny(" <>\\\r\n\t|`")
            ? throw new FormatException($"'{address}' is no address that can be linked to.")
            : new(address);

    /// <summary>Rows of a table, each made of pieces.</summary>
    /// <param name="rows">The rows as <see cref="MarkdownTable" /> puts them together.</param>
    internal static Markdown Rows(string rows) => new(rows);

    /// <summary>What the pieces are together; empty ones are left out.</summary>
    /// <param name="separator">What stands between them, ours.</param>
    /// <param name="pieces">The pieces.</param>
    public static Markdown Join(string separator, IEnumerable<Markdown> pieces) =>
        new(string.Join(separator, pieces.Where(x => !x.IsEmpty).Select(x => x.ToString())));

    /// <summary>A figure or a few words that no line breaks apart.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="most">Most characters of it.</param>
    public static Markdown Figure(string? text, int most = 60) =>
        new(MarkdownText.Of(text, most).Replace(" ", "&nbsp;", StringComparison.Ordinal));

    /// <summary>The piece without blanks around it.</summary>
    public Markdown Trimmed() => new(ToString().Trim());

    /// <summary>The source.</summary>
    public override string ToString() => _source ?? "";
}
