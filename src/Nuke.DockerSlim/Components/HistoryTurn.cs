using System.Globalization;
using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run does with histories.</summary>
internal static class HistoryTurn
{
    // What hangs on an image is itself and fifty before it; of runs more are kept.
    private const int Most = RunHistory.Most;

    /// <summary>What is wrong with what is asked for; nothing where no history is.</summary>
    /// <param name="build">The build.</param>
    public static IEnumerable<string> Problems(IHazImages build) =>
        build is IImageHistory { HistoryCount: var count }
        && build.ExecutionPlan.Any(x => x.Name == nameof(IImageHistory.ImageHistory))
        && !TryCount(count, out _)
            ? [$"--history-count: '{count}' is no number of images; write one from 1 to {Most}, such as 10."]
            : [];

    /// <summary>Whether nothing is planned that needs more than a registry or files of earlier runs.</summary>
    /// <param name="build">The build.</param>
    public static bool IsAlone(IHazImages build) =>
        build.ExecutionPlan.Any(x => x.Name == nameof(IImageHistory.ImageHistory))
        && build.ExecutionPlan.All(x =>
            x.Name
                is not (
                    nameof(ILintImage.LintImage)
                    or nameof(IBuildImage.BuildImage)
                    or nameof(ITestImage.TestImage)
                    or nameof(IMeasureImage.MeasureImage)
                    or nameof(ISmokeImage.SmokeImage)
                    or nameof(ICheckBudgets.CheckBudgets)
                    or nameof(IPushImage.PushImage)
                    or nameof(ISlimImage.SlimImage)
                    or nameof(ITryAdvice.TryAdvice)
                    or nameof(ICheckReproducible.CheckReproducible)
                    or nameof(IInitSlimImage.InitSlimImage)
                )
        );

    /// <summary>The number of images that is asked for.</summary>
    /// <param name="text">The parameter; null: nothing is set.</param>
    /// <param name="count">The number.</param>
    public static bool TryCount(string? text, out int count)
    {
        count = HistoryWork.UsualCount;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= Most);
    }
}
