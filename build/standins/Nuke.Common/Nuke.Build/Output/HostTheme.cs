namespace Nuke.Common.Execution;

/// <summary>How the words of a host are coloured.</summary>
internal abstract class HostTheme
{
    // A blank line must not be empty: some CI logs drop empty lines.
    private const string BlankLine = "\u200b";

    public static HostTheme Default { get; } =
        Environment.GetEnvironmentVariable("TERM")?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true
            ? new AnsiTheme()
            : new ConsoleColorTheme();

    public void WriteLine(TextStyle style, string text) =>
        Write(style, (string.IsNullOrWhiteSpace(text) ? BlankLine : text) + Environment.NewLine);

    public abstract void Write(TextStyle style, string text);

    /// <summary>The text with its colours in it, for use within another text.</summary>
    public abstract string Format(TextStyle style, string text);
}
