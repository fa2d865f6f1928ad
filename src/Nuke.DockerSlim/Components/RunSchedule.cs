using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run is going to do.</summary>
/// <param name="build">The build.</param>
internal sealed class RunSchedule(INukeBuild build)
{
    /// <summary>Whether a target shows the reports after all others.</summary>
    public bool ShowsReportLater => build.ExecutionPlan.Any(x => x.Name == nameof(ISlimImage.SlimImage));

    /// <summary>Whether a target makes a report.</summary>
    public bool MakesReport =>
        build.ExecutionPlan.Any(x =>
            x.Name
                is nameof(IBuildImage.BuildImage)
                    or nameof(ITestImage.TestImage)
                    or nameof(IMeasureImage.MeasureImage)
                    or nameof(ICheckBudgets.CheckBudgets)
                    or nameof(IPushImage.PushImage)
                    or nameof(ISlimImage.SlimImage)
        );
}
