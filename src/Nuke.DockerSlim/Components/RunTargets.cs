using System.Collections;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Components;

/// <summary>The images of a run as definitions and parameters say; whatever is wrong with them is said at once.</summary>
internal static class RunTargets
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

    /// <summary>The images of a run, their paths resolved.</summary>
    /// <param name="build">The build.</param>
    /// <param name="root">The root folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">Something is wrong with parameters, definitions or files; the message names everything.</exception>
    public static async Task<IReadOnlyList<BuildTarget>> ReadAsync(IHazImages build, string root, CancellationToken cancellationToken)
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
        problems.AddRange(HistoryTurn.Problems(build));
        // What hangs in a registry is asked for from anywhere.
        if (!HistoryTurn.IsAlone(build))
            problems.AddRange(targets.SelectMany(InputFiles.Problems));
        return problems.Count == 0 ? targets : throw new InputException([.. problems.Distinct()]);
    }

    /// <summary>Finds out whether all parameters are understood.</summary>
    /// <param name="build">The build.</param>
    /// <exception cref="InputException">They are not; the message names everything that is wrong.</exception>
    public static void RequireKnown(IHazImages build)
    {
        string[] problems = [.. ParameterProblems(build).Distinct()];
        if (problems.Length > 0)
            throw new InputException(problems);
    }

    /// <summary>The last of some targets that the run comes to; null when it comes to none.</summary>
    /// <param name="build">The build.</param>
    /// <param name="targets">Their names.</param>
    public static string? Planned(IHazImages build, string[] targets) =>
        build.ExecutionPlan.Select(x => x.Name).LastOrDefault(targets.Contains);

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

    /// <summary>The parameters that change what is defined.</summary>
    /// <param name="build">The build.</param>
    public static ImageParameters Parameters(IHazImages build) =>
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
