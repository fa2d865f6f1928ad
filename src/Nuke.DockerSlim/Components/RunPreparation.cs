using System.Collections;
using System.Reflection;
using Nuke.Common;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Components;

/// <summary>Finds out whether a run can work, before anything is built: parameters, definitions, files, other runs, engine, buildx.</summary>
internal static class RunPreparation
{
    private static readonly string[] Building =
    [
        nameof(ILintImage.LintImage),
        nameof(IBuildImage.BuildImage),
        nameof(ITestImage.TestImage),
        nameof(ISmokeImage.SmokeImage),
        nameof(IPushImage.PushImage),
        nameof(ISlimImage.SlimImage),
        nameof(ITryAdvice.TryAdvice),
        nameof(ICheckReproducible.CheckReproducible),
        nameof(IInitSlimImage.InitSlimImage),
    ];

    /// <summary>Prepares a run.</summary>
    /// <param name="build">The build.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">It cannot work; the message names everything that is wrong.</exception>
    public static async Task<RunSetup> PrepareAsync(IHazImages build, CancellationToken cancellationToken)
    {
        string root = build.RootDirectory;
        var targets = await TargetsAsync(build, root, cancellationToken).ConfigureAwait(false);
        var docker = new DockerCommand(root);
        var engineAddress = EngineLocator.Find();
        var engine = new DockerEngine(engineAddress) { Ledger = LeftoverTurn.OfThisProcess() };
        var registries = new RegistryTransport(DockerLogins.OfThisUser(), RegistryTrust.OfThisMachine(engine.Uri), TimeProvider.System);
        string temporary = build.TemporaryDirectory / "dockerslim";
        var answers = new AnswerCache(temporary, TimeProvider.System);
        var console = RunConsole.ForThisProcess(build.IsServerBuild, targets.Count > 1);
        var builder = new BuildxImageBuilder(docker, temporary, answers, engine.NoteImage);
        var reader = new RegistryReader(registries);
        var signer = new CosignSigner(root);
        var publisher = new RegistryPublisher(docker, engine, new RegistryWriter(registries), reader, signer, TimeProvider.System);
        var layers = LayerCache.Open(Path.Combine(temporary, "layers"));
        var pipeline = new ImagePipeline(
            builder,
            console,
            engine,
            new TestContainer(engine),
            publisher,
            reader,
            layers,
            new EditingPlace(new GitFiles(), temporary),
            new GitRevisions(Environment.GetEnvironmentVariable),
            TimeProvider.System
        );
        ImageWork[] works =
        [
            .. targets.Select(x => new ImageWork(
                x,
                ArtifactFolder.Hold(Path.Combine(root, JsonReport.Folder, x.Definition.Name), x.Definition.Name)
            )),
        ];
        var together = ParallelTurn.Share(works, (build as IBuildImage)?.ParallelImages);
        SupplyTurn.Require(build, works, signer);
        var step = WorkflowStep.OfThisProcess(root, console);
        step.Mask(works);
        var tool = await new RunQuestions(build, docker, engine, pipeline, console.Say)
            .AskAsync(works, cancellationToken)
            .ConfigureAwait(false);
        await LeftoverTurn.SweepAsync(engine, temporary, console.Say, cancellationToken).ConfigureAwait(false);
        var smoke = new SmokeWork(builder, console, engine, new SmokeContainer(engine), temporary);
        var sarif = build.SarifFile is { } file ? new SarifWork(file, root, tool.Version) : null;
        sarif?.Begin();
        var advice = new AdviceTrials(builder, pipeline, smoke, layers, temporary);
        var scan = new ScanWork(new ImageScanner(root, engineAddress));
        var reproducibility = new ReproducibilityCheck(builder, console, engine, reader, layers, temporary, TimeProvider.System);
        if (Planned(build, [nameof(IMeasureImage.MeasureImage)]) is not null)
        {
            if (works.Any(x => x.Target.Definition.ScanImage))
                scan.Require();
            foreach (var work in works)
                SbomWork.Begin(work);
        }
        return new RunSetup(
            works,
            pipeline,
            new PlatformPipeline(pipeline, builder),
            tool,
            console,
            docker,
            smoke,
            advice,
            sarif,
            Ratchet(build, root),
            scan,
            answers,
            step,
            reproducibility,
            new HistoryWork(new HistoryDownload(reader)),
            new CiWork(builder, console, engine, new FreshBuilders(docker), temporary, TimeProvider.System),
            together
        );
    }

    /// <summary>Finds out whether all parameters are understood.</summary>
    /// <param name="build">The build.</param>
    /// <exception cref="InputException">They are not; the message names everything that is wrong.</exception>
    public static void RequireKnownParameters(IHazImages build)
    {
        string[] problems = [.. ParameterProblems(build).Distinct()];
        if (problems.Length > 0)
            throw new InputException(problems);
    }

    private static RatchetWork Ratchet(IHazImages build, string root)
    {
        var checking = build as ICheckBudgets;
        return new RatchetWork(
            new BudgetFile(Path.Combine(root, ".nuke", "parameters.json")),
            build.BudgetLimits ?? [],
            checking?.RatchetBudget ?? false,
            checking?.RaiseReason,
            (limits, name) =>
                DefinitionOverrides.Apply(build.Images, Parameters(build) with { BudgetLimits = limits }).Single(x => x.Name == name),
            TimeProvider.System
        );
    }

    private static string? Planned(IHazImages build, string[] targets) =>
        build.ExecutionPlan.Select(x => x.Name).LastOrDefault(targets.Contains);

    /// <summary>The images of a run, their paths resolved.</summary>
    /// <param name="build">The build.</param>
    /// <param name="root">The root folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">Something is wrong with parameters, definitions or files; the message names everything.</exception>
    public static async Task<IReadOnlyList<BuildTarget>> TargetsAsync(IHazImages build, string root, CancellationToken cancellationToken)
    {
        List<string> problems = [.. ParameterProblems(build)];
        IReadOnlyList<ImageDefinition> images = [];
        try
        {
            images = DefinitionOverrides.Apply(InitTurn.Images(build), SupplyTurn.AddTo(SmokeTurn.AddTo(Parameters(build), build), build));
            problems.AddRange(DefinitionChecks.Problems(images));
        }
        catch (InputException e)
        {
            problems.AddRange(e.Problems);
        }
        if (ParallelTurn.Read((build as IBuildImage)?.ParallelImages, out _) is { } many)
            problems.Add(many);
        if (problems.Count == 0 && build is IPushImage { PushRequested: true })
            problems.AddRange(
                images
                    .Where(x => x.Tags.Count == 0)
                    .Select(x => $"{x.Name}: --push-image is given but no tag to push under; add --image-tags TAG.")
            );
        if (problems.Count == 0 && PushTurn.IsWanted(build))
            images = await PushTurn.FillAsync(images, root, Console.WriteLine, cancellationToken).ConfigureAwait(false);
        if (problems.Count == 0)
            images = await SupplyTurn.FillAsync(images, root, cancellationToken).ConfigureAwait(false);
        if (images.Any(x => x.MeasuredImage is not null) && Planned(build, Building) is { } planned)
            problems.Add($"--measured-image is measured as it is: use it with MeasureImage and CheckBudgets, not with {planned}.");
        var targets = problems.Count > 0 ? [] : images.Select(x => BuildTarget.From(x, root)).ToArray();
        problems.AddRange(HistoryTurn.Problems(build, images));
        // What hangs in a registry is asked for from anywhere.
        if (!HistoryTurn.IsAlone(build))
            problems.AddRange(targets.SelectMany(InputFiles.Problems));
        return problems.Count == 0 ? targets : throw new InputException([.. problems.Distinct()]);
    }

    // Whatever is wrong with how it is to be commented shows before anything is built, too.
    private static IEnumerable<string> ParameterProblems(IHazImages build)
    {
        var problems = ParameterGuard.Problems(
            [.. Environment.GetCommandLineArgs().Skip(1)],
            KnownParameters.Of(build.GetType()),
            build.ForeignParameters,
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(x => KeyValuePair.Create((string)x.Key, (string?)x.Value ?? ""))
        );
        return build is ICommentOnPullRequest { CommentWhen: var when } && CommentOccasion.Problem(when) is { } problem
            ? [.. problems, problem]
            : problems;
    }

    private static ImageParameters Parameters(IHazImages build) =>
        new()
        {
            Dockerfile = build.Dockerfile,
            BuildContext = build.BuildContext,
            ImageRepository = build.ImageRepository,
            OnlyImage = build.OnlyImage,
            TestStage = build.TestStage,
            TestCommand = build.TestCommand,
            TestResults = build.TestResults,
            ProductionStage = build.ProductionStage,
            AllowUntested = build.AllowUntested,
            BuildArgs = build.BuildArgs,
            BuildSecrets = build.BuildSecrets,
            SshAgents = build.SshAgents,
            ImageLabels = build.ImageLabels,
            Platforms = build.Platforms,
            BuildxBuilder = build.BuildxBuilder,
            CacheFrom = build.CacheFrom,
            CacheTo = build.CacheTo,
            NetworkMode = build.NetworkMode,
            Scenarios = build.Scenarios,
            BuildRounds = build.BuildRounds,
            MaxBuildRounds = build.MaxBuildRounds,
            IgnoredRules = build.IgnoredRules,
            ErrorRules = build.ErrorRules,
            ForbidInImage = build.ForbidInImage,
            SbomFile = build.SbomFile,
            ScanImage = build.ScanImage,
            ScanSeverity = build.ScanSeverity,
            EditedFile = build.EditedFile,
            FreshBuilder = (build as IBuildImage)?.FreshBuilder,
            DownloadSize = build.DownloadSize,
            UnpackedSize = build.UnpackedSize,
            ColdBuild = build.ColdBuild,
            WarmBuild = build.WarmBuild,
            EditedBuild = build.EditedBuild,
            PackageCount = build.PackageCount,
            ImageTags = build.ImageTags,
            BaselineReport = build.BaselineReport,
            BaselineFolder = build.BaselineFolder,
            BaselineImage = build.BaselineImage,
            BaselineRef = build.BaselineRef,
            BaselineAge = build.BaselineAge,
            AttachReport = build.AttachReport,
            SizeGrowth = build.SizeGrowth,
            TimeGrowth = build.TimeGrowth,
            GrowthFloor = build.GrowthFloor,
            BudgetLimits = build.BudgetLimits,
            SoftLimits = build.SoftLimits,
            PullBandwidth = build.PullBandwidth,
            MeasuredImage = build.MeasuredImage,
            ComparedImage = build.ComparedImage,
        };
}
