using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>
/// One image to build, test, measure, judge and push. Texts are checked all at once, before anything runs.
/// Paths are relative to the root folder of the build unless they are absolute.
/// </summary>
public sealed record ImageDefinition
{
    /// <summary>Declares an image.</summary>
    /// <param name="repository">Where it is pushed, without a tag: <c>ghcr.io/acme/shop</c>.</param>
    public ImageDefinition(string repository) => Repository = repository;

    /// <summary>Where it is pushed, without a tag.</summary>
    public string Repository { get; init; }

    /// <summary>Where it is pushed, and further repositories (<see cref="PushSettings.AlsoTo" />) behind it.</summary>
    internal IReadOnlyList<ImageReference> PushedRepositories => [.. Push.AlsoTo.Prepend(Repository).Select(ImageReference.Parse)];

    /// <summary>The name of its folder below <c>artifacts/images</c>, its report and its section; by default the repository's last part.</summary>
    public string Name
    {
        get => field ?? Repository[(Repository.LastIndexOf('/') + 1)..];
        init;
    }

    /// <summary>The Dockerfile; null means the file <c>Dockerfile</c> in the build context.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The build context, a folder.</summary>
    public string BuildContext { get; init; } = ".";

    /// <summary>The stage whose steps are the tests; unused when it does not exist and <see cref="AllowUntested" /> is set.</summary>
    public string TestStage { get; init; } = "test";

    /// <summary>A command to run in a container of the test stage, in a shell; null when the stage's own steps are the tests.</summary>
    public string? TestCommand { get; init; }

    /// <summary>Longest run of <see cref="TestCommand" />.</summary>
    public TimeSpan TestTimeLimit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A JUnit or TRX file, or a folder of them, in the test stage's file system; null when there is none.</summary>
    public string? TestResults { get; init; }

    /// <summary>The stage that is measured and pushed.</summary>
    public string ProductionStage { get; init; } = "production";

    /// <summary>Whether an image without a test stage may be measured and pushed.</summary>
    public bool AllowUntested { get; init; }

    /// <summary>Build args: <c>NAME=value</c>, or <c>NAME</c> to pass on the environment variable of that name.</summary>
    public IReadOnlyList<string> BuildArgs { get; init; } = [];

    /// <summary>Secret mounts in buildx's notation: <c>id=npmrc,src=.npmrc</c>, <c>id=token,env=NPM_TOKEN</c>.</summary>
    public IReadOnlyList<string> BuildSecrets { get; init; } = [];

    /// <summary>SSH agents in buildx's notation: <c>default</c>, <c>id=path</c>.</summary>
    public IReadOnlyList<string> SshAgents { get; init; } = [];

    /// <summary>Labels of the image: <c>name=value</c>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The platforms to build, measure, judge and push, one after the other; none means the engine's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>The buildx builder; null means the current one.</summary>
    public string? BuildxBuilder { get; init; }

    /// <summary>
    /// Where layer cache is read from, in buildx's notation: <c>type=registry,ref=…</c>; <c>{image}</c> stands for the image's name. Not used by a cold build.
    /// Of several platforms each reads one of its own, with <c>-linux-arm64</c> and the like behind its name, then the one that is named.
    /// </summary>
    public IReadOnlyList<string> CacheFrom { get; init; } = [];

    /// <summary>
    /// Where layer cache is written to once the production builds are done, in buildx's notation; <c>{image}</c> stands for the image's name. Without a
    /// <c>mode</c> the results of all stages are written (<c>mode=max</c>). Of several platforms each has one of its own.
    /// </summary>
    public IReadOnlyList<string> CacheTo { get; init; } = [];

    /// <summary>
    /// A buildx builder that holds nothing, for the scenario <see cref="BuildScenario.Ci" />; null means that one of the driver <c>docker-container</c> is made
    /// for each such build and taken away.
    /// </summary>
    public string? FreshBuilder { get; init; }

    /// <summary>The network of RUN steps: <c>default</c>, <c>none</c> or <c>host</c>; null means the builder's default.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>
    /// What is timed, in this order: cold, warm and edited production builds, and such after an edit to a lock or manifest file; behind them, a build in a builder
    /// that holds nothing.
    /// </summary>
    public IReadOnlyList<BuildScenario> Scenarios { get; init; } = [BuildScenario.Cold, BuildScenario.Warm, BuildScenario.Edited];

    /// <summary>How often each scenario is timed; the least counts.</summary>
    public int BuildRounds { get; init; } = 1;

    /// <summary>
    /// How often a scenario may be timed when its figure is so near to a limit that fewer rounds do not decide; null means 3, or <see cref="BuildRounds" />
    /// where that is more.
    /// </summary>
    public int? MaxBuildRounds { get; init; }

    /// <summary>The bandwidth that a pull is estimated for.</summary>
    public Bandwidth PullBandwidth { get; init; } = Bandwidth.Default;

    /// <summary>An image that exists already, measured in place of the one that is built, in skopeo's notation (<see cref="ImageSource" />); null for none.</summary>
    public string? MeasuredImage { get; init; }

    /// <summary>An image (<see cref="ImageSource" />) that the measured one is held against, file by file, each platform against its own; null for none.</summary>
    public string? ComparedImage { get; init; }

    /// <summary>
    /// The file that an edited build changes, in a copy; relative to the build context or to the root folder. Null means the newest tracked source
    /// file that reaches the production stage.
    /// </summary>
    public string? EditedFile { get; init; }

    /// <summary>The limits; one that is exceeded fails the run and withholds the push.</summary>
    public ImageBudget Budget { get; init; } = new();

    /// <summary>Limits that warn and fail nothing.</summary>
    public ImageBudget SoftBudget { get; init; } = new();

    /// <summary>Limits for single platforms, by the platform's name, in place of those of <see cref="Budget" />.</summary>
    public IReadOnlyDictionary<string, ImageBudget> PlatformBudgets { get; init; } = new Dictionary<string, ImageBudget>();

    /// <summary>Limits for single platforms that warn and fail nothing, in place of those of <see cref="SoftBudget" />.</summary>
    public IReadOnlyDictionary<string, ImageBudget> SoftPlatformBudgets { get; init; } = new Dictionary<string, ImageBudget>();

    /// <summary>
    /// An image of its own that is built and measured, and nothing else: it is not pushed, writes no cache and no file, and is held against nothing.
    /// </summary>
    /// <param name="suffix">What its repository's name has behind this one's.</param>
    internal ImageDefinition OnlyMeasured(string suffix) =>
        this with
        {
            Name = Name,
            Repository = Repository + suffix,
            IsOfTheRun = true,
            AllowUntested = true,
            CacheTo = [],
            Tags = [],
            SbomFile = null,
            Budget = new(),
            SoftBudget = new(),
            PlatformBudgets = new Dictionary<string, ImageBudget>(),
            SoftPlatformBudgets = new Dictionary<string, ImageBudget>(),
            ComparedImage = null,
            BaselineReport = null,
            BaselineFolder = null,
            BaselineImage = null,
            BaselineRef = null,
        };

    /// <summary>Whether the image is gone when the run is over.</summary>
    internal bool IsOfTheRun { get; private init; }

    /// <summary>The platform to build where there is just one; null: the engine's own, or one of several.</summary>
    internal Platform? OnlyPlatform => Platforms is [var only] ? new Platform(only) : null;

    /// <summary>The limits that hold for a platform.</summary>
    /// <param name="platform">The platform; null where it is not known.</param>
    public ImageBudget BudgetFor(string? platform) => For(Budget, PlatformBudgets, platform);

    /// <summary>The limits that warn for a platform.</summary>
    /// <param name="platform">The platform; null where it is not known.</param>
    public ImageBudget SoftBudgetFor(string? platform) => For(SoftBudget, SoftPlatformBudgets, platform);

    private static ImageBudget For(ImageBudget budget, IReadOnlyDictionary<string, ImageBudget> platforms, string? platform) =>
        platform is null
            ? budget
            : platforms
                .Where(x => Platform.Normal(x.Key) == Platform.Normal(platform))
                .Aggregate(budget, (x, y) => BudgetLimit.Over(x, y.Value));

    /// <summary>How it is found out that the image still runs.</summary>
    public SmokeCheck Smoke { get; init; } = new();

    /// <summary>
    /// A git revision that is built and measured in the same run, in turn with the image, and that the image is held against: <c>origin/main</c>, a tag, a hash;
    /// <c>origin/main...</c> for where the branches parted; <c>merge-base</c> for that of a pull request. Null for none.
    /// </summary>
    public string? BaselineRef { get; init; }

    /// <summary>A report file to hold the image against; null for none.</summary>
    public string? BaselineReport { get; init; }

    /// <summary>An image in a registry, with tag or digest, whose attached report the image is held against; null for none.</summary>
    public string? BaselineImage { get; init; }

    /// <summary>How old a baseline's figures may be; older ones are as good as none. Null means any age. What is built beside the image is never old.</summary>
    public TimeSpan? BaselineAge { get; init; }

    /// <summary>Whether a push hangs the report on the image, for later runs to be held against.</summary>
    public bool AttachReport { get; init; } = true;

    /// <summary>A folder with reports, such as a pipeline keeps of the main branch; the newest of the image is the baseline. Null for none.</summary>
    public string? BaselineFolder { get; init; }

    /// <summary>Rules of the Dockerfile's checks that are switched off, ours or the builder's.</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    /// <summary>Rules whose findings fail the run.</summary>
    public IReadOnlyList<string> ErrorRules { get; init; } = [];

    /// <summary>What must not be in the image (<see cref="ImagePolicies" />): <c>shell</c>, <c>compiler</c>, <c>root</c> and so on.</summary>
    public IReadOnlyList<string> ForbidInImage { get; init; } = [];

    /// <summary>
    /// The file that the image's packages are written to as CycloneDX 1.6, when it is measured; null for none. Of several platforms each has one of its own, with
    /// <c>-linux-arm64</c> and the like before the name's first dot.
    /// </summary>
    public string? SbomFile { get; init; }

    /// <summary>Whether the measured image is scanned for vulnerabilities by trivy or grype, whichever is installed; it is an error when none is.</summary>
    public bool ScanImage { get; init; }

    /// <summary>The least severity of a vulnerability that keeps the image from being pushed.</summary>
    public VulnerabilitySeverity ScanSeverity { get; init; } = VulnerabilitySeverity.High;

    /// <summary>The tags of a push.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How it is pushed, beside where to and under which tags.</summary>
    public PushSettings Push { get; init; } = new();

    /// <summary>What is stated about the image beside its bytes when it is pushed.</summary>
    public SupplyChain Supply { get; init; } = new();

    /// <summary>The time of the image's config and files: seconds since 1970, or <c>commit</c> (<see cref="EpochText" />); null for that of the build.</summary>
    public string? SourceEpoch { get; init; }

    /// <summary>Whether the engine's builder exports into an OCI layout, where files get <see cref="SourceEpoch" />; builders outside it always do so.</summary>
    public bool RewriteTimestamps { get; init; }

    /// <summary>The Dockerfile's path, resolved against a root folder.</summary>
    /// <param name="rootDirectory">The root folder of the build, absolute.</param>
    public string DockerfilePath(string rootDirectory) =>
        Dockerfile is null ? Path.Combine(ContextPath(rootDirectory), "Dockerfile") : Path.GetFullPath(Dockerfile, rootDirectory);

    /// <summary>The build context's path, resolved against a root folder.</summary>
    /// <param name="rootDirectory">The root folder of the build, absolute.</param>
    public string ContextPath(string rootDirectory) => Path.GetFullPath(BuildContext, rootDirectory);
}
