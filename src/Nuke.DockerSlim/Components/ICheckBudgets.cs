using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>Holds the figures against the budgets.</summary>
public interface ICheckBudgets : IHazImages
{
    /// <summary>Whether an improvement lowers the limits that <c>.nuke/parameters.json</c> keeps.</summary>
    [Parameter("Lower the limits kept in .nuke/parameters.json to what the image has come to")]
    bool RatchetBudget => TryGetValue<bool?>(() => RatchetBudget) ?? false;

    /// <summary>Why limits that are kept there and exceeded are to be raised; null: they are not.</summary>
    [Parameter("Raise the limits kept in .nuke/parameters.json that are exceeded, for this reason, which is kept with them")]
    string? RaiseReason => TryGetValue(() => RaiseReason);

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
