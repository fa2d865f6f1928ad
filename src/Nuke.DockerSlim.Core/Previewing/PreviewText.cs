using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Previewing;

/// <summary>What a person sees of a run that only says what it would do.</summary>
public static class PreviewText
{
    private const string Indent = "    ";

    /// <summary>Writes it. Sentences take no more columns than the style has; a command's word that is longer has a line of its own.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="images">The images, in the order that they would be worked on.</param>
    /// <param name="style">What the place can show.</param>
    public static void Write(TextWriter writer, IReadOnlyList<ImagePreview> images, ConsoleStyle style)
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var image in images)
        {
            lines.Blank();
            lines.Line(new(Clean(image.Label), ConsoleTone.Strong), "  " + Clean(image.Dockerfile));
            foreach (var step in image.Steps)
                Write(step, lines);
        }
        lines.Blank();
        lines.Paragraph("", "Nothing was run: no build, no container, no request to engine or registry.");
        if (images.Any(x => x.Steps.Any(y => y.Commands.Count > 0)))
            lines.Paragraph("", "RUN stands for a name that each run makes anew.");
    }

    private static void Write(PreviewStep step, ConsoleLines lines)
    {
        lines.Blank();
        lines.Line("  ", new(step.Target, ConsoleTone.Strong));
        foreach (var command in step.Commands)
        {
            lines.Paragraph(Indent, Clean(command.Purpose));
            foreach (var line in CommandText.Lines(command, lines.Style.Width - Indent.Length - 2))
                lines.Line(Indent + "  ", new(Clean(line), ConsoleTone.Faint));
        }
        foreach (var note in step.Notes)
            lines.Paragraph(Indent, Clean(note));
    }

    private static string Clean(string text) =>
        text.StartsWith("  ", StringComparison.Ordinal) ? "  " + UntrustedText.OneLine(text) : UntrustedText.OneLine(text);
}
