using Nuke.Common;

namespace Nuke.DockerSlim.Components;

/// <summary>All of it: lint, build, test, measure, start, judge, push, report, comment.</summary>
public interface ISlimImage
    : ILintImage,
        IBuildImage,
        ITestImage,
        IMeasureImage,
        ISmokeImage,
        ICheckBudgets,
        IPushImage,
        ITryAdvice,
        ICheckReproducible,
        IImageHistory,
        ICommentOnPullRequest,
        IInitSlimImage
{
    /// <summary>
    /// Builds, tests, measures, judges and (when asked) pushes each image, shows the report, and comments on the pull request that it runs for. A target
    /// that depends on it runs only if all holds.
    /// </summary>
    Target SlimImage =>
        _ =>
            _.Description("Builds, tests, measures, judges and (with --push-image) pushes the images")
                .DependsOn(LintImage, BuildImage, TestImage, MeasureImage, SmokeImage, CheckBudgets, PushImage)
                .Executes(() => ImageRun.Of(this).ConcludeAsync(this));
}
