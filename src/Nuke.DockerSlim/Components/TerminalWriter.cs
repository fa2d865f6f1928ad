using System.Text;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>What the console is written to by everybody while a live view has the terminal: it goes above the view, in the order it comes.</summary>
/// <param name="display">Who has the terminal.</param>
/// <param name="encoding">The terminal's encoding.</param>
internal sealed class TerminalWriter(LiveDisplay display, Encoding encoding) : TextWriter
{
    public override Encoding Encoding => encoding;

    public override void Write(char value) => display.Write(value.ToString());

    public override void Write(string? value) => display.Write(value ?? "");

    public override void Write(char[] buffer, int index, int count) => display.Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => display.Write(buffer.ToString());

    public override void Write(StringBuilder? value) => display.Write(value?.ToString() ?? "");

    public override void WriteLine() => display.Write(CoreNewLine.AsSpan().ToString());

    // Together with its end, so that nobody else's text comes between.
    public override void WriteLine(string? value) => display.Write(value + new string(CoreNewLine));

    public override void WriteLine(char[] buffer, int index, int count) =>
        display.Write(new string(buffer, index, count) + new string(CoreNewLine));

    public override void WriteLine(ReadOnlySpan<char> buffer) => display.Write(buffer.ToString() + new string(CoreNewLine));

    public override void WriteLine(StringBuilder? value) => display.Write(value + new string(CoreNewLine));
}
