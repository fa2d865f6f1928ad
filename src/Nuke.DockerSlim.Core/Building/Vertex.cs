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
        // Numbers are padded to one width: "[builder  2/13]".
        : match.Groups["stage"].Value.TrimEnd().Split(' ')[^1] is { Length: > 0 } name && !name.Contains('/') ? name
        : "stage-0";

    /// <summary>Its place among the steps of its stage, from one; null for what is no step of a stage.</summary>
    public int? Position =>
        StepForm().Match(Name) is { Success: true } match && int.TryParse(match.Groups["position"].ValueSpan, out var position)
            ? position
            : null;

    /// <summary>The instruction as the Dockerfile has it, variables replaced; null for what is no step of a stage.</summary>
    public string? Instruction => StepForm().Match(Name) is { Success: true } match ? match.Groups["instruction"].Value : null;

    /// <summary>
    /// Whether it is a step that costs something: RUN, COPY or ADD of a stage. FROM is resolved, not run; WORKDIR makes an empty folder,
    /// and <c>--no-cache</c> does not apply to it (measured with BuildKit 0.25: still cached in a build without cache).
    /// </summary>
    public bool IsStep => Command is "RUN" or "COPY" or "ADD";

    /// <summary>Whether it is a RUN step of a stage.</summary>
    public bool IsRun => Command == "RUN";

    /// <summary>
    /// The instruction's keyword in capitals; null for what is no step of a stage. What a base image has its users do (ONBUILD) goes by what is done.
    /// The step that puts a linked layer in place goes by <c>LINK</c>: the copying is a step of its own.
    /// </summary>
    public string? Command =>
        Instruction?.Split(' ', 3) is not { } words ? null
        : words is ["ONBUILD", var triggered, ..] ? triggered.ToUpperInvariant()
        : words[0].ToUpperInvariant();

    /// <summary>What it does for the build.</summary>
    public VertexKind Kind => VertexKinds.Of(this);

    /// <summary>The time it took: the union of its intervals.</summary>
    public TimeSpan Duration => Interval.Union(Intervals);

    // "[builder 3/5] RUN …", "[linux/arm64 builder 3/5] RUN …", "[2/5] RUN …" where a Dockerfile has one stage without a name.
    [GeneratedRegex(@"^\[(?<stage>[^\]]*?) ?(?<position>[0-9]+)/[0-9]+\] (?<instruction>.*)$", RegexOptions.Singleline)]
    private static partial Regex StepForm();
}
