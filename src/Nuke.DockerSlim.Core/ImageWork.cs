using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>One image on its way through the targets: what is to be done, and what is known so far.</summary>
public sealed class ImageWork
{
    private SecretSearch? _secrets;
    private Task<ImageReport>? _left;

    /// <summary>Takes up an image.</summary>
    /// <param name="target">The image, its paths resolved.</param>
    /// <param name="folder">Its folder, held.</param>
    public ImageWork(BuildTarget target, ArtifactFolder folder)
    {
        (Target, Folder) = (target, folder);
        Platforms = PlatformWorks.Of(target, folder);
    }

    /// <summary>The image once for each of its platforms, where it has several; each has a report of its own. Empty for at most one platform.</summary>
    public IReadOnlyList<ImageWork> Platforms { get; private set; }

    /// <summary>The works that have figures of their own: those of its platforms, or itself where it has at most one.</summary>
    public IReadOnlyList<ImageWork> Each => Platforms.Count == 0 ? [this] : Platforms;

    /// <summary>The image.</summary>
    public BuildTarget Target { get; private set; }

    /// <summary>Its folder.</summary>
    public ArtifactFolder Folder { get; }

    /// <summary>Its builds; null until its stages are known.</summary>
    public BuildPlan? Plan { get; set; }

    /// <summary>The answer which stages the Dockerfile has, asked for beforehand; null when it was not.</summary>
    public Task<IReadOnlyList<DockerfileStage>>? Stages { get; set; }

    /// <summary>The answer what the builder's checks find, asked for beforehand; null when it was not.</summary>
    public Task<IReadOnlyList<Finding>>? Checks { get; set; }

    /// <summary>The search for the secrets that the builds are given, which nothing was searched by yet; null where they are given none.</summary>
    internal SecretSearch? Secrets =>
        Target.Definition.BuildSecrets.Count == 0 ? null : _secrets ??= new SecretSearch(SecretSources.Read(Target));

    /// <summary>What the builder's checks found in this run.</summary>
    public IReadOnlyList<Finding> LintFindings { get; set; } = [];

    /// <summary>What our own rules would find if they were not switched off, and where they are; null when they did not run.</summary>
    internal Lazy<IReadOnlyList<(Finding Finding, string Suppression)>>? SwitchedOff { get; set; }

    /// <summary>How many images the run builds at the same time, at most; null where each is built alone.</summary>
    public int? ParallelImages
    {
        get;
        set
        {
            field = value;
            foreach (var platform in Platforms)
                platform.ParallelImages = value;
        }
    }

    /// <summary>What is known so far. Every target adds to it and leaves it in the folder.</summary>
    public ImageReport Report { get; private set; } = new();

    /// <summary>What was found to hold it against in this run; null when nothing was looked for.</summary>
    internal FoundBaseline? Baseline { get; set; }

    /// <summary>Whether the production stage was built in this process, so that interrupting it takes the image away again.</summary>
    public bool BuiltHere { get; set; }

    /// <summary>Whether the image was weighed in this process, so that its figures are those of a run.</summary>
    internal bool MeasuredHere { get; set; }

    /// <summary>Whether the report of an earlier target is needed and cannot be taken up: what lies there is left as it is.</summary>
    public bool LacksReport { get; private set; }

    /// <summary>
    /// Where the image to measure and push lies, its path resolved: what the definition names, else what was built, in this run or before it.
    /// </summary>
    public ImageSource Source => ImageSource.Parse(SourceName).Resolve(Target.RootDirectory);

    /// <summary>The same as the report names it: a path is relative to the root folder, or as it was given.</summary>
    public string SourceName =>
        Target.Definition.MeasuredImage
        ?? (Report.Image.Dockerfile is null ? null : Report.Image.Source)
        ?? Target.ProductionImage.ToString();

    /// <summary>The layout that a builder without an engine leaves the image in.</summary>
    internal BuiltLayout Layout => new(Folder.LayoutDirectory);

    /// <summary>Whether an earlier target left an image in it.</summary>
    public bool IsLeftInLayout => Platforms.Count == 0 ? Layout.Exists : Platforms.All(x => x.IsLeftInLayout);

    /// <summary>Lets builds leave the production image in an OCI layout: the builder does not work in the engine.</summary>
    public void BuildIntoLayout()
    {
        Target = Target with { LayoutDirectory = Folder.LayoutDirectory };
        foreach (var platform in Platforms)
            platform.BuildIntoLayout();
    }

    /// <summary>What of the caches that the definition names is not used, and why.</summary>
    internal IReadOnlyList<Finding> CacheFindings { get; private set; } = [];

    /// <summary>Puts the caches into the form that the builder takes, or says why it cannot take them.</summary>
    /// <param name="around">Builder and pipeline.</param>
    /// <returns>What is left out, whole sentences.</returns>
    /// <exception cref="Errors.InputException">The builder cannot write such a cache.</exception>
    public IReadOnlyList<string> UseCaches(CacheSurroundings around)
    {
        var plan = CachePlan.Of(Target, around);
        Target = plan.Over(Target);
        CacheFindings = [.. plan.Notes.Select(x => CacheWork.Note(Target, x))];
        return [.. plan.Notes.Concat(Platforms.SelectMany(x => x.UseCaches(around))).Distinct()];
    }

    /// <summary>Holds the image, and its platforms, against other limits from now on.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="platforms">Those of single platforms.</param>
    public void Relimit(ImageBudget budget, IReadOnlyDictionary<string, ImageBudget> platforms)
    {
        Target = Target with { Definition = Target.Definition with { Budget = budget, PlatformBudgets = platforms } };
        foreach (var platform in Platforms)
            platform.Relimit(budget, platforms);
    }

    /// <summary>
    /// Begins to read what an earlier target left, and to compile what its page is written by: in a new process each takes an eighth to a quarter of a second of one
    /// processor, while engine and registry are asked.
    /// </summary>
    public void ReadAhead()
    {
        if (!Folder.HasReport)
            return;
        _left = Task.Run(() => JsonReport.Read(Folder.ReportFile));
        // Thrown away: the page is written when the target has ended.
        _left.ContinueWith(
            x => PageDocument.Of(new PageSource(x.Result)),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
    }

    /// <summary>Goes on from what an earlier target left, unless it did so already.</summary>
    /// <exception cref="Errors.InputException">There is nothing, or it cannot be read.</exception>
    public void Resume()
    {
        if (Report.Image.Name.Length > 0)
            return;
        LacksReport = true;
        var report = _left is { } left ? left.GetAwaiter().GetResult() : JsonReport.Read(Folder.ReportFile);
        var platforms = PlatformWorks.Resumed(this, report);
        foreach (var platform in platforms)
            platform.Resume();
        (Report, Platforms) = (report, platforms);
        LacksReport = false;
    }

    /// <summary>Goes on from what an earlier target left, or starts a report where there is none.</summary>
    /// <exception cref="Errors.InputException">There is a report that cannot be read.</exception>
    public void ResumeOrStart()
    {
        if (Folder.HasReport)
            Resume();
        else if (Report.Image.Name.Length == 0)
            Start();
    }

    /// <summary>Starts a report anew; what an earlier run left no longer counts.</summary>
    public void Start()
    {
        Report = new ImageReport
        {
            Findings = [.. LintFindings, .. CacheFindings],
            Image = new ImageFacts
            {
                Name = Target.Definition.Name,
                Reference = Target.Definition.Repository,
                Dockerfile = Target.Definition.MeasuredImage is null ? Target.DockerfileName : null,
            },
        };
        foreach (var platform in Platforms)
        {
            platform.LintFindings = LintFindings;
            platform.Start();
        }
    }

    /// <summary>Goes on from what an earlier target left; for an image that was not built here there is nothing to go on from.</summary>
    /// <param name="tool">What the figures of an image from elsewhere are taken with.</param>
    /// <exception cref="Errors.InputException">There is nothing, or it cannot be read.</exception>
    public void ResumeToMeasure(ToolFacts tool)
    {
        if (Target.Definition.MeasuredImage is null)
            Resume();
        else
        {
            Start();
            Report = Report with { Tool = tool };
        }
    }

    /// <summary>Replaces what is known, and writes it down.</summary>
    /// <param name="report">The new report.</param>
    public void Update(ImageReport report)
    {
        Report = Secrets is { } secrets ? MaskedReport.Of(report, secrets.Mask) : report;
        JsonReport.Write(Folder.ReportFile, Report);
    }
}
