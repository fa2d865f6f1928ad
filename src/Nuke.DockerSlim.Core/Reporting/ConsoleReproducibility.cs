using System.Globalization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What two cold builds of an image came to: the verdict, then each line that made something else, with the files that tell it.</summary>
internal static class ConsoleReproducibility
{
    private const int MostLayers = 10;
    private const int MostFiles = 5;
    private const int MostFixes = 3;

    /// <summary>Writes it; nothing where nothing was compared.</summary>
    /// <param name="facts">What they came to.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ReproducibilityFacts? facts, ConsoleLines lines)
    {
        if (facts is null)
            return;
        var (mark, tone) =
            facts.Verdict == ReproducibilityVerdict.Differs
                ? (ConsoleMark.Bad(lines.Style.Unicode), ConsoleTone.Bad)
                : (ConsoleMark.Good(lines.Style.Unicode), ConsoleTone.Good);
        lines.Paragraph(new($"  {mark} ", tone), Sentence(facts));
        lines.Line(new ConsoleSpan($"    first   {facts.First.Short}", ConsoleTone.Faint));
        lines.Line(new ConsoleSpan($"    second  {facts.Second.Short}", ConsoleTone.Faint));
        if (facts.Config.Count > 0)
            lines.Paragraph(new("    config  ", ConsoleTone.Faint), UntrustedText.OneLine(string.Join(", ", facts.Config)));
        foreach (var layer in facts.Layers.OrderBy(x => x.OnlyTimes).ThenBy(x => x.Layer).Take(MostLayers))
            Write(layer, facts.Stages, lines);
        if (facts.Layers.Count > MostLayers)
            lines.Line(new ConsoleSpan($"  and {facts.Layers.Count - MostLayers} more layers, in the report", ConsoleTone.Faint));
        // Almost every line makes times: what to do about them is told once.
        if (facts.Layers.Any(x => x.OnlyTimes))
        {
            lines.Blank();
            lines.Paragraph(new("  times    ", ConsoleTone.Faint), RepeatedFix.Of(RepeatedCause.FileTimes), ConsoleTone.Faint);
        }
    }

    private static string Sentence(ReproducibilityFacts facts)
    {
        var different = facts.Layers.Count(x => !x.OnlyTimes);
        return facts.Verdict switch
        {
            ReproducibilityVerdict.Identical => $"two cold builds made the same image, {Count(facts.LayerCount)}",
            ReproducibilityVerdict.SameContents when facts.Layers.Count + facts.Config.Count == 0 =>
                $"two cold builds made the same files, compressed to other bytes ({Count(facts.LayerCount)})",
            ReproducibilityVerdict.SameContents when facts.Layers.Count == 0 =>
                $"two cold builds made the same {Count(facts.LayerCount)}; only times in the config differ",
            ReproducibilityVerdict.SameContents =>
                $"two cold builds made the same files; only times differ, in {facts.Layers.Count} of {Count(facts.LayerCount)}",
            _ when different == 0 => "two cold builds made the same files, and configs that differ",
            _ => $"two cold builds made different files, in {different} of {Count(facts.LayerCount)}",
        };
    }

    private static void Write(RepeatedLayer layer, IReadOnlyList<RepeatedStage> stages, ConsoleLines lines)
    {
        lines.Blank();
        var place = layer.Line is { } line ? $"  line {line.ToString(CultureInfo.InvariantCulture)}  " : $"  layer {layer.Layer}  ";
        var text = UntrustedText.OneLine(layer.Instruction ?? "(unknown)");
        lines.Line(
            new ConsoleSpan(place, ConsoleTone.Faint),
            new(InstructionText.Cut(text, lines.Style.Width - place.Length, lines.Style), ConsoleTone.Strong)
        );
        foreach (var maker in layer.MadeBy.Take(MostFiles))
        {
            var instruction = stages.SelectMany(x => x.Layers).FirstOrDefault(x => x.Line == maker)?.Instruction;
            var made = string.Create(CultureInfo.InvariantCulture, $"line {maker}  {UntrustedText.OneLine(instruction)}");
            lines.Line(
                new ConsoleSpan("    made by  ", ConsoleTone.Caution),
                new(InstructionText.Cut(made, lines.Style.Width - 13, lines.Style), ConsoleTone.Strong)
            );
        }
        var files = layer.Files.Where(x => x.Differences is not [RepeatedDifference.Time]).ToArray();
        foreach (var file in files.Take(MostFiles))
            lines.Paragraph(
                new($"    {Words(file)}  ", ConsoleTone.Caution),
                UntrustedText.OneLine(file.Detail is { } detail ? $"{file.Path}: {detail}" : file.Path)
            );
        var others = layer.DifferentEntries - layer.TimeEntries - Math.Min(files.Length, MostFiles);
        if (others > 0)
            lines.Line(new ConsoleSpan($"    and {others} more, in the report", ConsoleTone.Faint));
        if (layer.TimeEntries > 0)
            lines.Paragraph(
                new("    time     ", ConsoleTone.Faint),
                $"{layer.TimeEntries} {(layer.TimeEntries == 1 ? "entry has" : "entries have")} another time and nothing else{Example(layer)}",
                ConsoleTone.Faint
            );
        if (layer.OrderDiffers)
            lines.Paragraph(new("    order    ", ConsoleTone.Caution), "the entries of the tar stand in another order");
        if (layer.Gap is { } gap)
            lines.Paragraph("    ", UntrustedText.OneLine(gap), ConsoleTone.Caution);
        foreach (var cause in layer.Causes.Where(x => x != RepeatedCause.FileTimes).Take(MostFixes))
            lines.Paragraph(new("    fix      ", ConsoleTone.Faint), RepeatedFix.Of(cause), ConsoleTone.Faint);
    }

    private static string Example(RepeatedLayer layer) =>
        layer.Files.FirstOrDefault(x => x.Differences is [RepeatedDifference.Time]) is { } file
            ? $", such as {UntrustedText.OneLine(file.Path)}"
            : "";

    private static string Words(RepeatedFile file) =>
        file.Differences[0] switch
        {
            RepeatedDifference.OnlyFirst => "gone   ",
            RepeatedDifference.OnlySecond => "new    ",
            RepeatedDifference.Attributes => "attrs  ",
            var other => other.ToString().ToLowerInvariant().PadRight(7),
        };

    private static string Count(int layers) => $"{layers} layer{(layers == 1 ? "" : "s")}";
}
