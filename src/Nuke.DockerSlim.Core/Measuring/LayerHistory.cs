using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>
/// Infers the lines of an image's layers from its history, for builds without provenance. BuildKit writes one entry an instruction, and says of each
/// whether it made a layer; so the Dockerfile's last instruction belongs to the last entry, and so on up to the base image.
/// </summary>
public static class LayerHistory
{
    /// <summary>The origins of the layers, the lowest first; none when history and Dockerfile do not fit together.</summary>
    /// <param name="image">The image.</param>
    /// <param name="dockerfile">The Dockerfile that it was built from.</param>
    /// <param name="stage">The stage that it is.</param>
    public static IReadOnlyList<LayerOrigin> Origins(MeasuredImage image, Dockerfile dockerfile, string stage)
    {
        if (dockerfile.Find(stage) is not { } production)
            return [];
        var entries = new Stack<HistoryEntry>(image.History);
        var origins = new Stack<LayerOrigin>();
        foreach (var instruction in Written(production).Reverse())
        {
            if (!entries.TryPop(out var entry) || !IsOf(entry, instruction.Keyword))
                return [];
            if (!entry.IsEmpty)
                origins.Push(new LayerOrigin(false, instruction.FirstLine, instruction.LastLine, instruction.Text));
        }
        var lowest = production.Chain()[0];
        var inBase = image.Layers.Count - origins.Count;
        // What is left of the history is the base's, and each of its entries that is not empty is a layer, too.
        if (inBase < 0 || (inBase > 0 && !lowest.HasImage) || entries.Count(x => !x.IsEmpty) > inBase)
            return [];
        var from = lowest.From;
        return [.. Enumerable.Repeat(new LayerOrigin(true, from.FirstLine, from.LastLine, from.Text), inBase), .. origins];
    }

    /// <summary>The line of each entry of the history; null where it is the base image's, and everywhere when history and Dockerfile do not fit together.</summary>
    /// <param name="history">The history, the oldest entry first.</param>
    /// <param name="dockerfile">The Dockerfile that the image was built from.</param>
    /// <param name="stage">The stage that it is.</param>
    public static IReadOnlyList<int?> Lines(IReadOnlyList<HistoryEntry> history, Dockerfile dockerfile, string stage)
    {
        var lines = new int?[history.Count];
        var at = history.Count;
        foreach (var instruction in dockerfile.Find(stage) is { } production ? Written(production).Reverse() : [])
        {
            if (--at < 0 || !IsOf(history[at], instruction.Keyword))
                return new int?[history.Count];
            lines[at] = instruction.FirstLine;
        }
        return lines;
    }

    /// <summary>The instruction of a layer as the history has it, in the form of a Dockerfile as far as that can be told; null when it is not in it.</summary>
    /// <param name="history">The history, the oldest entry first.</param>
    /// <param name="layer">The layer, from zero.</param>
    public static string? InstructionOf(IReadOnlyList<HistoryEntry> history, int layer)
    {
        if (history.Where(x => !x.IsEmpty).ElementAtOrDefault(layer) is not { CreatedBy.Length: > 0 } entry)
            return null;
        var text = entry.CreatedBy;
        // BuildKit: "RUN /bin/sh -c make # buildkit"; before it "/bin/sh -c make" and "/bin/sh -c #(nop) COPY file:...".
        if (text.EndsWith(" # buildkit", StringComparison.Ordinal))
            text = text[..^" # buildkit".Length];
        if (text.StartsWith("/bin/sh -c #(nop) ", StringComparison.Ordinal))
            return text["/bin/sh -c #(nop) ".Length..].Trim();
        return text.StartsWith("/bin/sh -c ", StringComparison.Ordinal)
            ? "RUN " + text["/bin/sh -c ".Length..].Trim()
            : text.Replace("RUN /bin/sh -c ", "RUN ", StringComparison.Ordinal);
    }

    /// <summary>The instructions that wrote history, in order. What a stage has its users do (ONBUILD)
    /// is written behind their FROM, at its line, and not where it is said.</summary>
    private static IEnumerable<DockerfileInstruction> Written(BuildStage production)
    {
        DockerfileInstruction[] triggers = [];
        foreach (var stage in production.Chain())
        {
            foreach (var trigger in triggers)
                yield return stage.From with
                {
                    Keyword = trigger.Arguments.Split(' ')[0].ToUpperInvariant(),
                };
            foreach (var instruction in stage.Instructions.Where(x => x.Keyword != "ONBUILD"))
                yield return instruction;
            triggers = [.. stage.Instructions.Where(x => x.Keyword == "ONBUILD")];
        }
    }

    // "RUN /bin/sh -c make # buildkit", "ENV A=1", "CMD [\"x\"]", "|1 VERSION=2 /bin/sh -c make" in images of old builders.
    private static bool IsOf(HistoryEntry entry, string keyword) =>
        entry.CreatedBy.Length == 0 || entry.CreatedBy.Split(' ')[0].Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
