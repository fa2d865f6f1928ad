using System.Globalization;
using Nuke.Common;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run does with the histories of tags.</summary>
internal static class HistoryTurn
{
    // What hangs on an image is itself and this many before it.
    private const int Most = 51;

    /// <summary>What is wrong with what is asked for; nothing where no history is.</summary>
    /// <param name="build">The build.</param>
    /// <param name="images">Its images.</param>
    public static IEnumerable<string> Problems(IHazImages build, IEnumerable<ImageDefinition> images)
    {
        if (build is not IImageHistory history || build.ExecutionPlan.All(x => x.Name != nameof(IImageHistory.ImageHistory)))
            yield break;
        if (!TryCount(history.HistoryCount, out _))
            yield return $"--history-count: '{history.HistoryCount}' is no number of images; write one from 1 to {Most}, such as 10.";
        foreach (var image in images.Where(x => x.Tags.Count == 0))
            yield return $"{image.Name}: ImageHistory needs to know which tag; add --image-tags TAG.";
    }

    /// <summary>Whether nothing is planned that needs more than a registry.</summary>
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
