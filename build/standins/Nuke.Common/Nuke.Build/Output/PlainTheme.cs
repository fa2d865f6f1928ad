namespace Nuke.Common.Execution;

/// <summary>No colours: what log lines have where NO_COLOR is set. The host's own lines keep theirs.</summary>
internal sealed class PlainTheme : HostTheme
{
    public override void Write(TextStyle style, string text) => Console.Out.Write(text);

    public override string Format(TextStyle style, string text) => text;
}
