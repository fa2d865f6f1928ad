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
    /// <summary>Prepares a run.</summary>
    /// <param name="build">The build.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">It cannot work; the message names everything that is wrong.</exception>
    public static async Task<RunSetup> PrepareAsync(IHazImages build, CancellationToken cancellationToken)
    {
        string root = build.RootDirectory;
        var targets = await RunTargets.ReadAsync(build, root, cancellationToken).ConfigureAwait(false);
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
        if (RunTargets.Planned(build, [nameof(IBuildImage.BuildImage)]) is null)
            foreach (var work in works)
                work.ReadAhead();
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
        if (RunTargets.Planned(build, [nameof(IMeasureImage.MeasureImage)]) is not null)
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

    private static RatchetWork Ratchet(IHazImages build, string root)
    {
        var checking = build as ICheckBudgets;
        return new RatchetWork(
            new BudgetFile(Path.Combine(root, ".nuke", "parameters.json")),
            build.BudgetLimits ?? [],
            checking?.RatchetBudget ?? false,
            checking?.RaiseReason,
            build.Images.Count() == 1,
            (limits, name) =>
                DefinitionOverrides
                    .Apply(build.Images, RunTargets.Parameters(build) with { BudgetLimits = limits })
                    .Single(x => x.Name == name),
            TimeProvider.System
        );
    }
}
