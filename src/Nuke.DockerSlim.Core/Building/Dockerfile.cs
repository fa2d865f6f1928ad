namespace Nuke.DockerSlim.Building;

/// <summary>A Dockerfile's instructions and how its stages hang together.</summary>
public sealed class Dockerfile
{
    private readonly IReadOnlyList<Stage> _stages;

    private Dockerfile(IReadOnlyList<DockerfileInstruction> instructions, IReadOnlyList<Stage> stages) =>
        (Instructions, _stages) = (instructions, stages);

    private sealed record Stage(int Number, string? Name, string Base, DockerfileInstruction From);

    /// <summary>All instructions, in order.</summary>
    public IReadOnlyList<DockerfileInstruction> Instructions { get; }

    /// <summary>Reads a Dockerfile. Any text can be read; what BuildKit would refuse is the builder's to say.</summary>
    /// <param name="text">The Dockerfile's text.</param>
    /// <param name="buildArgs">Values of build args, which the FROM lines may name stages with; <c>KEY=VALUE</c> each.</param>
    public static Dockerfile Parse(string text, IEnumerable<string> buildArgs)
    {
        var instructions = DockerfileReader.Read(text);
        var arguments = new DockerfileArguments(buildArgs);
        var stages = new List<Stage>();
        foreach (var instruction in instructions)
            if (instruction is { Keyword: "ARG", Stage: -1 })
                arguments.Declare(instruction.Arguments);
            else if (instruction.Keyword == "FROM")
                stages.Add(ReadStage(instruction, arguments));
        return new Dockerfile(instructions, stages);
    }

    /// <summary>The instruction that starts at a line; null when none does.</summary>
    /// <param name="line">The line, from one.</param>
    public DockerfileInstruction? At(int line) => Instructions.FirstOrDefault(x => x.FirstLine == line);

    /// <summary>The instruction that starts a stage.</summary>
    /// <param name="stage">Its number.</param>
    public DockerfileInstruction From(int stage) => _stages[stage].From;

    /// <summary>The instructions of a stage that are steps for the builder, its FROM among them where that takes an image.</summary>
    /// <param name="stage">Its number.</param>
    public IReadOnlyList<DockerfileInstruction> Steps(int stage) =>
        [.. Instructions.Where(x => x.Stage == stage && (x.IsStep || (x.Keyword == "FROM" && HasImage(stage))))];

    /// <summary>The number of a stage, from zero; null when there is none of that name. A number names a stage, too; null means the last.</summary>
    /// <param name="name">The name, in any case.</param>
    public int? Find(string? name) => name is null ? (_stages.Count > 0 ? _stages.Count - 1 : null) : Find(name, _stages.Count);

    /// <summary>The number of the stage that a step goes by in the builder's events; null when there is none.</summary>
    /// <param name="name">The stage's name, or <c>stage-N</c>; null for what is no step.</param>
    public int? FindOfStep(string? name) =>
        Last(name)
        // The only stage of a Dockerfile goes by no name at all.
        ?? (
            name is ['s', 't', 'a', 'g', 'e', '-', .. var digits] && int.TryParse(digits, out var number) && number < _stages.Count
                ? number
                : null
        );

    /// <summary>What a stage goes by in the builder's events: its name, <c>stage-N</c> where it has none.</summary>
    /// <param name="stage">Its number.</param>
    public string NameOf(int stage) => _stages[stage].Name ?? $"stage-{stage}";

    /// <summary>The stage that a stage is built from; null where that is an image, or nothing.</summary>
    /// <param name="stage">Its number.</param>
    public int? BaseOf(int stage) => Find(_stages[stage].Base, stage);

    /// <summary>Whether a stage starts with an image: neither with another stage nor with nothing.</summary>
    /// <param name="stage">Its number.</param>
    public bool HasImage(int stage) => BaseOf(stage) is null && _stages[stage].Base != "scratch";

    /// <summary>The instructions that take an image from outside, in order: FROM lines, copies and mounts.</summary>
    /// <param name="image">The image as the builder names it, with registry and tag.</param>
    public IReadOnlyList<DockerfileInstruction> Takers(string image) =>
        [
            .. Instructions.Where(x =>
                x.Keyword == "FROM"
                    ? HasImage(x.Stage) && IsSame(image, _stages[x.Stage].Base)
                    : x.Stage >= 0 && x.Sources.Any(source => Find(source, x.Stage) is null && IsSame(image, source))
            ),
        ];

    /// <summary>The stages whose instructions make up a stage's image, the lowest first.</summary>
    /// <param name="stage">Its number.</param>
    public IReadOnlyList<int> Chain(int stage) => BaseOf(stage) is { } below ? [.. Chain(below), stage] : [stage];

    /// <summary>The stage and all that it needs: what it is built from, copies from and mounts.</summary>
    /// <param name="stage">Its number.</param>
    public IReadOnlySet<int> Needed(int stage)
    {
        var needed = new SortedSet<int>();
        var open = new Stack<int>([stage]);
        while (open.TryPop(out var number))
        {
            if (!needed.Add(number))
                continue;
            if (BaseOf(number) is { } below)
                open.Push(below);
            foreach (var source in Instructions.Where(x => x.Stage == number).SelectMany(x => x.Sources))
                if (Find(source, number) is { } found)
                    open.Push(found);
        }
        return needed;
    }

    // "node" is docker.io/library/node:latest.
    private static bool IsSame(string image, string name) =>
        name.Length > 0
        && (name.Contains('@') ? name.Split('@')[0] : name) is var bare
        && (
            image == bare
            || image == bare + ":latest"
            || image.EndsWith("/" + bare, StringComparison.Ordinal)
            || image.EndsWith($"/{bare}:latest", StringComparison.Ordinal)
        );

    // Of two stages with one name the later counts; a stage is seen only by those behind it.
    private int? Find(string name, int before) =>
        Last(name, before) ?? (int.TryParse(name, out var number) && number >= 0 && number < before ? number : null);

    private int? Last(string? name, int? before = null) =>
        _stages
            .Take(before ?? _stages.Count)
            .LastOrDefault(x => x.Name is { } own && own.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?.Number;

    private static Stage ReadStage(DockerfileInstruction from, DockerfileArguments arguments)
    {
        var words = DockerfileWords.Split(from.Arguments).SkipWhile(x => x.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var name = words is [_, var by, var given, ..] && by.Equals("AS", StringComparison.OrdinalIgnoreCase) ? given : null;
        return new Stage(from.Stage, name, words.Length > 0 ? arguments.Expand(words[0].Trim('"', '\'')) : "", from);
    }
}
