using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Starting;

/// <summary>What a person sees of it.</summary>
public static class InitText
{
    private const string Indent = "  ";

    /// <summary>Writes what was found, before anything is built.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="found">The Dockerfiles.</param>
    /// <param name="leftOut">Those that were left out.</param>
    /// <param name="style">What the place can show.</param>
    public static void WriteFound(
        TextWriter writer,
        IReadOnlyList<FoundDockerfile> found,
        IReadOnlyList<string> leftOut,
        ConsoleStyle style
    )
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var one in found)
        {
            lines.Blank();
            lines.Line(new(Clean(one.Name), ConsoleTone.Strong), $"  {Clean(one.Dockerfile)}, build context {Clean(one.BuildContext)}");
            lines.Paragraph(Indent + "shipped  ", Clean(one.Stages.ProductionReason) + ".");
            lines.Paragraph(Indent + "tests    ", Clean(one.Stages.TestReason) + ".");
        }
        if (leftOut.Count > 0)
            lines.Paragraph("", $"Left out: {Clean(string.Join(", ", leftOut))}.");
        lines.Blank();
    }

    /// <summary>Writes what was proposed and written.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="result">What it is.</param>
    /// <param name="style">What the place can show.</param>
    public static void Write(TextWriter writer, InitResult result, ConsoleStyle style)
    {
        var lines = new ConsoleLines(writer, style);
        lines.Blank();
        if (result.Images.Any(x => x.Limits.Count > 0))
            lines.Paragraph("", "Limits. " + LimitProposal.Rule);
        var width = result.Images.Max(x => Clean(x.Definition.Name).Length);
        foreach (var image in result.Images)
        {
            if (image.Limits.Count == 0)
                lines.Paragraph(Indent, $"{Clean(image.Definition.Name)} has limits; they are left as they are.");
            foreach (var limit in image.Limits)
                lines.Line(
                    $"{Indent}{Clean(image.Definition.Name).PadRight(width)}  {limit.Name, -13} ",
                    new($"{limit.Value, 8}", ConsoleTone.Strong),
                    $"  measured {limit.Measured}{(limit.IsSoft ? ", only warns" : "")}"
                );
        }
        lines.Blank();
        lines.Line(result.HasChanges ? "Files" : "Nothing to do");
        foreach (var file in result.Files)
            lines.Paragraph(Indent, Clean(file));
        if (result.BuildClass.Count > 0)
        {
            lines.Blank();
            lines.Line("Add to Build.cs what it lacks of these lines");
            foreach (var line in result.BuildClass)
                lines.Line(Indent + "  ", new(line.Length == 0 ? "" : UntrustedText.WithoutCommands(line), ConsoleTone.Faint));
        }
        if (result.Hints.Count > 0)
            lines.Blank();
        foreach (var hint in result.Hints)
            lines.Paragraph("", Clean(hint));
    }

    private static string Clean(string text) => UntrustedText.OneLine(text);
}
