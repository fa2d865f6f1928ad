namespace Nuke.Common.Execution;

/// <summary>Escape sequences, written even when the output is redirected.</summary>
internal sealed class AnsiTheme : HostTheme
{
    public override void Write(TextStyle style, string text)
    {
        var lineBreak = text.EndsWith(Environment.NewLine, StringComparison.Ordinal) ? Environment.NewLine : "";
        Console.Out.Write(Format(style, text[..^lineBreak.Length]) + lineBreak);
    }

    public override string Format(TextStyle style, string text) =>
        string.IsNullOrWhiteSpace(text) || text == "\u200b" ? text : Code(style) + text + "\e[0m";

    private static string Code(TextStyle style) =>
        style switch
        {
            TextStyle.Faint => "\e[38;5;247m",
            TextStyle.Verbose => "\e[90;1m",
            TextStyle.Debug => "\e[39;1m",
            TextStyle.Information or TextStyle.Value => "\e[38;5;45;1m",
            TextStyle.Warning => "\e[38;5;214;1m",
            TextStyle.Error => "\e[38;5;196;1m",
            TextStyle.Fatal => "\e[38;5;231;1m\e[48;5;196m",
            TextStyle.Success => "\e[32;1m",
            _ => "\e[39m",
        };
}
