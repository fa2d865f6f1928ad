using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>Puts the Dockerfile's text and what its instructions cost side by side.</summary>
internal static class SourceLines
{
    /// <summary>The lines; where the text is not known, the instructions alone, a line each.</summary>
    /// <param name="text">The Dockerfile's text; null when it is not known.</param>
    /// <param name="costs">What its instructions cost.</param>
    public static IReadOnlyList<SourceLine> Of(string? text, IReadOnlyList<LineFacts> costs)
    {
        var known = costs.DistinctBy(x => x.Line).ToDictionary(x => x.Line);
        // A file that is too short is another one than was built.
        if (Split(text) is not { } lines || lines.Length < costs.Max(x => x.LastLine))
            return [.. known.Values.OrderBy(x => x.Line).Select(x => new SourceLine(x.Line, x.Instruction, x, 1, IsOfCost: true))];
        var shown = new List<SourceLine>(lines.Length);
        var end = 0;
        for (var number = 1; number <= lines.Length; number++)
        {
            // Of instructions that a builder says to overlap the first bears the lines.
            var cost = number > end ? known.GetValueOrDefault(number) : null;
            if (cost is not null)
                end = Math.Max(number, cost.LastLine);
            shown.Add(new SourceLine(number, lines[number - 1], cost, cost is null ? 1 : end - number + 1, number <= end));
        }
        return shown;
    }

    // A line ends where the builder ends it.
    private static string[]? Split(string? text) =>
        text is null ? null : [.. text.TrimStart('\uFEFF').TrimEnd('\n').Split('\n').Select(x => x.TrimEnd('\r'))];
}
