namespace Nuke.DockerSlim.Checking;

/// <summary>A Dockerfile's text in parts. Nothing in it is expanded but the build args of FROM.</summary>
/// <param name="Global">ARGs before the first FROM.</param>
/// <param name="Stages">The stages.</param>
/// <param name="Escape">The character that continues a line: <c>\</c>, or <c>`</c> where the file says so.</param>
/// <param name="Syntax">The frontend image that the file asks for; null for the builder's own.</param>
public sealed record DockerfileText(
    IReadOnlyList<DockerfileInstruction> Global,
    IReadOnlyList<StageText> Stages,
    char Escape,
    string? Syntax
)
{
    /// <summary>The stage that a name or number stands for, looked for above a stage as builders do; null when it is none.</summary>
    /// <param name="reference">A name or number.</param>
    /// <param name="before">The number of the stage that names it; the count of all stages to look everywhere.</param>
    public StageText? Find(string? reference, int before)
    {
        if (reference is null)
            return null;
        var named = Stages.LastOrDefault(x => x.Index < before && string.Equals(x.Name, reference, StringComparison.OrdinalIgnoreCase));
        return named ?? (int.TryParse(reference, out var index) && index >= 0 && index < before ? Stages[index] : null);
    }

    /// <summary>A stage and those that its layers come from, the stage itself first.</summary>
    /// <param name="stage">The stage.</param>
    public IReadOnlyList<StageText> Chain(StageText stage)
    {
        var chain = new List<StageText> { stage };
        while (Find(chain[^1].Base, chain[^1].Index) is { } below)
            chain.Add(below);
        return chain;
    }

    /// <summary>A stage and all that are built for it: those below, copied from, and mounted; in the file's order.</summary>
    /// <param name="stage">The stage.</param>
    public IReadOnlyList<StageText> Needed(StageText stage)
    {
        var needed = new SortedDictionary<int, StageText>();
        var open = new Stack<StageText>([stage]);
        while (open.TryPop(out var next))
        {
            if (!needed.TryAdd(next.Index, next))
                continue;
            if (Find(next.Base, next.Index) is { } below)
                open.Push(below);
            foreach (var source in next.Instructions.SelectMany(Sources))
                if (Find(source, next.Index) is { } from)
                    open.Push(from);
        }
        return [.. needed.Values];
    }

    /// <summary>The stages or images that an instruction takes files from.</summary>
    /// <param name="instruction">A COPY, or a RUN with mounts.</param>
    public static IEnumerable<string> Sources(DockerfileInstruction instruction) =>
        instruction.Values("from").Concat(instruction.Values("mount").SelectMany(x => MountFlag.Parse(x).Values("from")));
}
