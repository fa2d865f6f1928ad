namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// All that is known of one image after a run: the hand-over to everything that shows or judges it later. Written as
/// <c>artifacts/images/&lt;name&gt;/slim-report.json</c>; its format is docs/report.md and docs/slim-report.schema.json.
/// </summary>
public sealed record ImageReport
{
    /// <summary>The format this version writes. A reader refuses a higher one.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The format of this report.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>When the newest figure in it was taken, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the figures were taken with.</summary>
    public ToolFacts Tool { get; init; } = new();

    /// <summary>Which image.</summary>
    public ImageFacts Image { get; init; } = new();

    /// <summary>Its sizes; null until it is measured.</summary>
    public SizeFacts? Sizes { get; init; }

    /// <summary>How long a pull takes at least; null until it is measured.</summary>
    public PullFacts? Pull { get; init; }

    /// <summary>Its layers, the lowest first; empty until it is measured.</summary>
    public IReadOnlyList<LayerFacts> Layers { get; init; } = [];

    /// <summary>The Dockerfile's lines of the production stage and of the stages it needs, in order; empty until they are built.</summary>
    public IReadOnlyList<LineFacts> Lines { get; init; } = [];

    /// <summary>Whether the builder did not say which lines its steps belong to, so that names, order and history were held against the Dockerfile.</summary>
    public bool LinesAreInferred { get; init; }

    /// <summary>How the lines' times add up to the builds'.</summary>
    public LineTimes LineTimes { get; init; } = new();

    /// <summary>The build context; null until it is measured, and where the builder did not say what it asks for.</summary>
    public ContextFacts? Context { get; init; }

    /// <summary>What it was made of; null until it is measured, and where the builder does not say it.</summary>
    public InputFacts? Inputs { get; init; }

    /// <summary>What is in it; null until it is measured, or where its layers could not be looked into.</summary>
    public ContentsFacts? Contents { get; init; }

    /// <summary>What is in it that a service does not need to run, the most bytes first.</summary>
    public IReadOnlyList<ResidueFacts> Residue { get; init; } = [];

    /// <summary>What an attacker would find in it; null as <see cref="Contents" />.</summary>
    public SurfaceFacts? Surface { get; init; }

    /// <summary>Its packages; null as <see cref="Contents" />.</summary>
    public InventoryFacts? Inventory { get; init; }

    /// <summary>The image held against another one, file by file; null when that was not asked for.</summary>
    public ComparisonFacts? Comparison { get; init; }

    /// <summary>Where the secrets that the build was given were met; empty until the image is measured, or when it was given none.</summary>
    public IReadOnlyList<SecretFacts> Secrets { get; init; } = [];

    /// <summary>Why the build after an edit ran what it ran, or the warm one although it was to run nothing; null when there is nothing to say.</summary>
    public CacheMiss? CacheMiss { get; init; }

    /// <summary>The builds that were timed.</summary>
    public BuildFacts Builds { get; init; } = new();

    /// <summary>
    /// The platforms, where there are several; all other fields are then those of the one with the largest download size (<see cref="ImageFacts.Platform" />),
    /// save the limits, which are each held against the worst figure. Empty where the image has one.
    /// </summary>
    public IReadOnlyList<PlatformFacts> Platforms { get; init; } = [];

    /// <summary>What the tests came to.</summary>
    public TestFacts Tests { get; init; } = new();

    /// <summary>Whether the image still runs.</summary>
    public SmokeFacts Smoke { get; init; } = new();

    /// <summary>The limits and what they were held against; empty until they are judged, or when there are none.</summary>
    public IReadOnlyList<BudgetFacts> Budget { get; init; } = [];

    /// <summary>What the image is forbidden to have, and whether it has it; empty until that is judged, or when nothing is forbidden.</summary>
    public IReadOnlyList<PolicyFacts> Policies { get; init; } = [];

    /// <summary>What it was held against; null when nobody asked for that.</summary>
    public BaselineFacts? Baseline { get; init; }

    /// <summary>The image against its baseline; null where there is none.</summary>
    public DeltaFacts? Delta { get; init; }

    /// <summary>What a scanner of vulnerabilities found in it; null when none ran.</summary>
    public ScanFacts? Scan { get; init; }

    /// <summary>What was found besides, with places and fixes.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What to do about it, what saves the most first.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>What all of it came to that was kept; null until TryAdvice has tried it.</summary>
    public AdviceTogether? AdviceTogether { get; init; }

    /// <summary>What two cold builds of the same inputs came to; null until CheckReproducible has compared them.</summary>
    public ReproducibilityFacts? Reproducibility { get; init; }

    /// <summary>What was pushed.</summary>
    public PushFacts Push { get; init; } = new();

    /// <summary>What the run came to.</summary>
    public ReportOutcome Outcome { get; init; } = ReportOutcome.Incomplete;

    /// <summary>The sentence behind the outcome; null when all is well.</summary>
    public string? Reason { get; init; }
}
