using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Holds the figures against the budgets.</summary>
public interface ICheckBudgets : IHazImages
{
    /// <summary>Judges every limit of each image; fails once, and names them all.</summary>
    Target CheckBudgets =>
        _ =>
            _.Description("Holds sizes and build times against their budgets")
                .TryAfter<IMeasureImage>(x => x.MeasureImage)
                .TryAfter<ISmokeImage>(x => x.SmokeImage)
                .DependsOn(PrepareImages)
                .ProceedAfterFailure()
                .Executes(() => ImageRun.Of(this).CheckBudgetsAsync());
}
