using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Building;

/// <summary>One vertex of a solve: a step of the Dockerfile, or something BuildKit does besides (resolve, transfer, export).</summary>
public sealed partial record Vertex
{
    /// <summary>The vertex's digest.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as BuildKit gives it, such as <c>[test 2/3] RUN npm test</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The vertices it needs.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>When it ran; more than one interval for local sources, none when it never started.</summary>
    public IReadOnlyList<Interval> Intervals { get; init; } = [];

    /// <summary>Whether its result came from the cache.</summary>
    public bool Cached { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The stage it belongs to; null for what is no step of a stage. An unnamed stage goes by <c>stage-N</c>.</summary>
    public string? Stage =>
        StepForm().Match(Name) is not { Success: true } match ? null
        : match.Groups["stage"].Value.Split(' ')[^1] is { Length: > 0 } name && !name.Contains('/') ? name
        : "stage-0";

    /// <summary>The instruction as the Dockerfile has it, variables replaced; null for what is no step of a stage.</summary>
    public string? Instruction => StepForm().Match(Name) is { Success: true } match ? match.Groups["instruction"].Value : null;

    /// <summary>
    /// Whether it is a step that costs something: RUN, COPY or ADD of a stage. FROM is resolved, not run; WORKDIR makes an empty folder,
    /// and <c>--no-cache</c> does not apply to it (measured with BuildKit 0.25: still cached in a build without cache).
    /// </summary>
    public bool IsStep => Instruction is { } text && (Starts(text, "RUN") || Starts(text, "COPY") || Starts(text, "ADD"));

    /// <summary>Whether it is a RUN step of a stage.</summary>
    public bool IsRun => Instruction is { } text && Starts(text, "RUN");

    /// <summary>What it does for the build.</summary>
    public VertexKind Kind => VertexKinds.Of(this);

    /// <summary>The time it took: the union of its intervals.</summary>
    public TimeSpan Duration => Interval.Union(Intervals);

    private static bool Starts(string instruction, string keyword) =>
        instruction.StartsWith(keyword + " ", StringComparison.OrdinalIgnoreCase);

    // "[builder 3/5] RUN …", "[linux/arm64 builder 3/5] RUN …", "[2/5] RUN …" where a Dockerfile has one stage without a name.
    [GeneratedRegex(@"^\[(?<stage>[^\]]*?) ?[0-9]+/[0-9]+\] (?<instruction>.*)$", RegexOptions.Singleline)]
    private static partial Regex StepForm();
}
