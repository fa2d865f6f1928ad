using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Writes styled lines to a writer; the one place where tones become ANSI sequences.</summary>
internal sealed class ConsoleLines(TextWriter writer, ConsoleStyle style)
{
    /// <summary>What the writer can show.</summary>
    public ConsoleStyle Style => style;

    /// <summary>Writes an empty line.</summary>
    public void Blank() => writer.Write('\n');

    /// <summary>Writes one line; nothing is cut.</summary>
    /// <param name="spans">Its pieces.</param>
    public void Line(params IReadOnlyList<ConsoleSpan> spans) => writer.Write(Render(style, spans) + "\n");

    /// <summary>Writes a text behind a label, in as many lines as it needs, all of them starting in one column.</summary>
    /// <param name="label">What stands before the first line; its width is the column.</param>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="tone">The text's tone.</param>
    public void Paragraph(ConsoleSpan label, string text, ConsoleTone tone = ConsoleTone.Plain)
    {
        var indent = ColumnWidth.Of(label.Text);
        foreach (var line in ColumnWidth.Wrap(style.Fit(text), style.Width - indent))
        {
            Line(label, new(line, tone));
            label = new string(' ', indent);
        }
    }

    /// <summary>The line as it is written, without its end.</summary>
    /// <param name="style">What the place can show.</param>
    /// <param name="spans">The line's pieces.</param>
    public static string Render(ConsoleStyle style, IReadOnlyList<ConsoleSpan> spans)
    {
        var last = spans.Count - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(spans[last].Text))
            last--;
        // Texts are harmless when they come here, but a break inside a word may have put its tail at the start of a line.
        var first = spans.TakeWhile(x => string.IsNullOrWhiteSpace(x.Text)).Count();
        var line = new StringBuilder();
        for (var i = 0; i <= last; i++)
        {
            var text = style.Fit(i == first ? UntrustedText.WithoutCommands(spans[i].Text) : spans[i].Text);
            var span = spans[i] with { Text = i == last ? text.TrimEnd() : text };
            line.Append(style.Colour ? span.ToAnsi() : span.Text);
        }
        return line.ToString();
    }
}
