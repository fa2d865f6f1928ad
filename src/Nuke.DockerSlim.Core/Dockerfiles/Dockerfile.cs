namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>A Dockerfile's instructions and how its stages hang together.</summary>
public sealed class Dockerfile
{
    private readonly List<BuildStage> _stages = [];

    private Dockerfile(string text, IReadOnlyList<DockerfileInstruction> instructions, BuildArgs arguments)
    {
        (Source, Instructions) = (text, instructions);
        var ofStages = instructions.ToLookup(x => x.Stage);
        foreach (var declaration in ofStages[-1].Where(x => x.Keyword == "ARG"))
            arguments.Declare(declaration.Arguments);
        for (var i = 0; ofStages.Contains(i); i++)
            _stages.Add(Read([.. ofStages[i]], arguments));
    }

    /// <summary>Its text, as it was read.</summary>
    internal string Source { get; }

    /// <summary>All instructions, in order.</summary>
    public IReadOnlyList<DockerfileInstruction> Instructions { get; }

    /// <summary>The stages, in order.</summary>
    public IReadOnlyList<BuildStage> Stages => _stages;

    /// <summary>Reads a Dockerfile. Any text can be read; what BuildKit would refuse is the builder's to say.</summary>
    /// <param name="text">The Dockerfile's text; with a byte order mark or without.</param>
    /// <param name="buildArgs">Values of build args, which the FROM lines may name stages and images with; <c>KEY=VALUE</c> each.</param>
    public static Dockerfile Parse(string text, IEnumerable<string> buildArgs)
    {
        var reader = new DockerfileReader(text);
        return new Dockerfile(text, [.. reader.Instructions()], new BuildArgs(buildArgs, reader.Escape));
    }

    /// <summary>The instruction that starts at a line; null when none does.</summary>
    /// <param name="line">The line, from one.</param>
    public DockerfileInstruction? At(int line) => Instructions.FirstOrDefault(x => x.FirstLine == line);

    /// <summary>A stage; null when there is none of that name.</summary>
    /// <param name="name">The name, in any case, or the number; null means the last stage.</param>
    public BuildStage? Find(string? name) => name is null ? _stages.LastOrDefault() : Find(name, _stages.Count);

    /// <summary>The stage that an instruction takes files from; null when it is none. A stage is seen only by those behind it.</summary>
    /// <param name="source">The stage's name or number, as in <c>--from=</c>; null when there is none.</param>
    /// <param name="user">The stage that the instruction stands in.</param>
    public BuildStage? FindSource(string? source, BuildStage user) => source is null ? null : Find(source, user.Index);

    /// <summary>The stage that a step goes by in the builder's events; null when there is none.</summary>
    /// <param name="name">The stage's name, or <c>stage-N</c>; null for what is no step.</param>
    public BuildStage? FindOfStep(string? name) =>
        Named(name, _stages.Count)
        // The only stage of a Dockerfile goes by no name at all.
        ?? (name is ['s', 't', 'a', 'g', 'e', '-', .. var number] ? Numbered(number, _stages.Count) : null);

    /// <summary>The instructions that take an image from outside, in order: FROM lines, copies and mounts.</summary>
    /// <param name="image">The image as the builder names it, with registry and tag.</param>
    public IReadOnlyList<DockerfileInstruction> Takers(string image) =>
        [
            .. from stage in _stages
            from instruction in stage.Instructions.Prepend(stage.From)
            where
                instruction.Keyword == "FROM"
                    ? stage.HasImage && IsSame(image, stage.Base)
                    : instruction.Sources.Any(x => FindSource(x, stage) is null && IsSame(image, x))
            select instruction,
        ];

    /// <summary>A stage and all that it needs: what it is built from, copies from and mounts; in the file's order.</summary>
    /// <param name="stage">The stage.</param>
    public IReadOnlyList<BuildStage> Needed(BuildStage stage)
    {
        var needed = new SortedDictionary<int, BuildStage>();
        var open = new Stack<BuildStage>([stage]);
        while (open.TryPop(out var next))
        {
            if (!needed.TryAdd(next.Index, next))
                continue;
            if (next.Below is { } below)
                open.Push(below);
            foreach (var source in next.Instructions.SelectMany(x => x.Sources))
                if (FindSource(source, next) is { } found)
                    open.Push(found);
        }
        return [.. needed.Values];
    }

    // "node" is docker.io/library/node:latest.
    private static bool IsSame(string image, string? name) =>
        name is { Length: > 0 }
        && name.Split('@')[0] is var bare
        && (
            image == bare
            || image == bare + ":latest"
            || image.EndsWith("/" + bare, StringComparison.Ordinal)
            || image.EndsWith($"/{bare}:latest", StringComparison.Ordinal)
        );

    private BuildStage? Find(string name, int before) => Named(name, before) ?? Numbered(name, before);

    // Of two stages with one name the later counts.
    private BuildStage? Named(string? name, int before) =>
        _stages.Take(before).LastOrDefault(x => x.Name is { } own && own.Equals(name, StringComparison.OrdinalIgnoreCase));

    private BuildStage? Numbered(string number, int before) =>
        int.TryParse(number, out var index) && index >= 0 && index < before ? _stages[index] : null;

    // FROM takes a stage by its name only: a number is an image's name there.
    private BuildStage Read(DockerfileInstruction[] instructions, BuildArgs arguments)
    {
        var from = instructions[0];
        var words = DockerfileWords.Split(from.Arguments);
        var name = words is [_, var by, var given, ..] && by.Equals("AS", StringComparison.OrdinalIgnoreCase) ? given : null;
        FilledText? start = words.Count > 0 ? arguments.Fill(words[0]) : null;
        var below = Named(start?.Text, _stages.Count);
        var isKnown = below is not null || start is { IsComplete: true };
        return new BuildStage(name, isKnown ? start?.Text : null, below, from, instructions[1..]);
    }
}
