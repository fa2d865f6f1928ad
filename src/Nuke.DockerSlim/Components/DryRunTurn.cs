using Nuke.Common;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Previewing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>A run that only says what it would do: every target but the one that says it is skipped, those of the user's build, too.</summary>
internal static class DryRunTurn
{
    private const string Condition = "without --dry-run";

    // What making a repository ready comes to for an image without limits.
    private static readonly string[] Measuring = [nameof(IBuildImage.BuildImage), nameof(IMeasureImage.MeasureImage)];

    /// <summary>Before anything runs: takes every other target out of a dry run.</summary>
    /// <param name="build">The build.</param>
    /// <returns>True: the target that asks is not skipped by it.</returns>
    public static bool Begin(IHazImages build)
    {
        if (!build.DryRun)
            return true;
        var others = build.ExecutionPlan.Where(x => x.Name != nameof(IHazImages.PrepareImages)).ToArray();
        if (others.Any(x => x.DynamicConditions.Any(y => y.Item1 == Condition)))
            return true;
        foreach (var target in others)
            target.DynamicConditions.Add((Condition, () => false));
        // Reports alone need no preparation, so nothing else says it.
        if (others.Length == build.ExecutionPlan.Count)
            Console.WriteLine(
                $"{string.Join(", ", others.Select(x => x.Name))} would post the reports of an earlier run; nothing was run."
            );
        return true;
    }

    /// <summary>Says what the planned targets would do.</summary>
    /// <param name="build">The build.</param>
    /// <exception cref="Errors.InputException">Something is wrong with parameters, definitions or files, as it would be in a run.</exception>
    public static async Task ShowAsync(IHazImages build)
    {
        string root = build.RootDirectory;
        var targets = await RunTargets.ReadAsync(build, root, CancellationToken.None).ConfigureAwait(false);
        var scope = new PreviewScope(
            [.. build.ExecutionPlan.Select(x => x.Name), .. InitTurn.IsPlanned(build) ? Measuring : []],
            PushTurn.IsWanted(build),
            Path.Combine(build.TemporaryDirectory, "dockerslim")
        );
        var drivers = new BuilderDriver(
            new DockerCommand(root),
            Environment.GetEnvironmentVariable,
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
        );
        var previews = targets.SelectMany(x =>
            PreviewWork.Of(
                x,
                ArtifactFolder.At(Path.Combine(root, JsonReport.Folder, x.Definition.Name)),
                drivers.MayBeElsewhere(x.Definition.BuildxBuilder),
                scope
            )
        );
        RunConsole.ForThisProcess(build.IsServerBuild, targets.Count > 1).ShowPreview([.. previews]);
    }
}
