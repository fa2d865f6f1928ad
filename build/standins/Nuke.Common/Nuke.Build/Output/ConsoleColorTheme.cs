namespace Nuke.Common.Execution;

/// <summary>The console's own sixteen colours, which it leaves out by itself when the output is redirected.</summary>
internal sealed class ConsoleColorTheme : HostTheme
{
    public override void Write(TextStyle style, string text)
    {
        if (Color(style) is not { } color || Console.IsOutputRedirected)
        {
            Console.Out.Write(text);
            return;
        }

        Console.ForegroundColor = color;
        Console.Out.Write(text);
        Console.ResetColor();
    }

    public override string Format(TextStyle style, string text) => text;

    private static ConsoleColor? Color(TextStyle style) =>
        style switch
        {
            TextStyle.Faint or TextStyle.Verbose => ConsoleColor.Gray,
            TextStyle.Value => ConsoleColor.Magenta,
            TextStyle.Information => ConsoleColor.Cyan,
            TextStyle.Warning => ConsoleColor.Yellow,
            TextStyle.Error or TextStyle.Fatal => ConsoleColor.Red,
            TextStyle.Success => ConsoleColor.Green,
            _ => null,
        };
}
