using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Previewing;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim;

/// <summary>
/// Says what a run would do, and does nothing of it: the plan is made of the Dockerfile as our own reader reads it, since asking the builder would start it.
/// Values of secrets are read, so that they can be masked wherever they would show.
/// </summary>
public static class PreviewWork
{
    /// <summary>What a run would do with an image: a preview for each of its platforms, and one for its index where there are several.</summary>
    /// <param name="target">The image, its definition checked.</param>
    /// <param name="folder">Its folder, which nothing is written to.</param>
    /// <param name="isInLayout">Whether the builder may work outside the engine, and leave the image in an OCI layout.</param>
    /// <param name="scope">What of the run is shown.</param>
    /// <exception cref="InputException">The Dockerfile or a secret cannot be read, or a stage is missing.</exception>
    public static IReadOnlyList<ImagePreview> Of(BuildTarget target, ArtifactFolder folder, bool isInLayout, PreviewScope scope)
    {
        var secrets = new SecretSearch(SecretSources.Read(target));
        string[] names = [.. target.Definition.Platforms.Select(PlatformName.Normal)];
        BuildTarget[] platforms =
            names.Length < 2 ? [] : [.. names.Select(x => In(folder.ForPlatform(x), target.ForPlatform(x), isInLayout))];
        target = In(folder, target, isInLayout);
        IEnumerable<ImagePreview> previews =
            platforms.Length == 0 ? [Of(target, target, scope)] : platforms.Select(x => Of(x, target, scope));
        if (platforms.Length > 0 && IsPushed(target, scope))
            previews = previews.Append(new(target.Definition.Name, target.DockerfileName, [PushPreview.Several(target, platforms)]));
        return [.. previews.Select(x => x with { Steps = [.. x.Steps.Select(y => y.Masked(secrets.Mask.Apply))] })];
    }

    private static BuildTarget In(ArtifactFolder folder, BuildTarget target, bool isInLayout)
    {
        // Neither builder nor pipeline is asked: a cache that either cannot take is told of by the run.
        var around = isInLayout ? new CacheSurroundings { Driver = "", HasActionsCache = true } : new() { HasActionsCache = true };
        var cached = CachePlan.Of(target, around).Over(target);
        return isInLayout ? cached with { LayoutDirectory = folder.LayoutDirectory } : cached;
    }

    private static ImagePreview Of(BuildTarget target, BuildTarget whole, PreviewScope scope) =>
        new(target.Label, target.DockerfileName, [.. Steps(target, target != whole, scope)]);

    private static IEnumerable<PreviewStep> Steps(BuildTarget target, bool isOfSeveral, PreviewScope scope)
    {
        var definition = target.Definition;
        var builds = new BuildPreview(target, scope);
        if (scope.Has("LintImage"))
            yield return builds.Lint([Rules(target)]);
        if (scope.Has("BuildImage") || scope.Has("TestImage"))
        {
            var plan = BuildPlanner.Plan(target, Stages(target));
            if (scope.Has("BuildImage"))
                yield return builds.Production(plan);
            if (scope.Has("TestImage"))
                yield return builds.Tests(plan);
        }
        if (scope.Has("MeasureImage"))
            yield return new("MeasureImage") { Notes = [.. Measuring(target)] };
        if (scope.Has("SmokeImage") && definition.Smoke.IsSet)
            yield return new("SmokeImage")
            {
                Notes =
                [
                    $"{target.ProductionReference} is started with a network of its own, waited for up to {definition.Smoke.SmokeTimeLimit.TotalSeconds:0} s, stopped and taken away.",
                ],
            };
        if (scope.Has("CheckBudgets"))
            yield return new("CheckBudgets") { Notes = [.. LimitPreview.Sentences(definition, definition.OnlyPlatform?.Value)] };
        if (!isOfSeveral && IsPushed(target, scope))
            yield return PushPreview.One(target);
        else if (scope.Has("PushImage") && !scope.Pushes)
            yield return new("PushImage") { Notes = ["Nothing is pushed: --push-image is not given."] };
        foreach (var other in scope.Targets.Where(x => x is "TryAdvice" or "CheckReproducible" or "ImageHistory" or "InitSlimImage"))
            yield return new(other) { Notes = [Other(other)] };
    }

    private static bool IsPushed(BuildTarget target, PreviewScope scope) =>
        scope.Has("PushImage") && scope.Pushes && target.Definition.Tags.Count > 0;

    private static IReadOnlyList<DockerfileStage> Stages(BuildTarget target)
    {
        var stages = Dockerfile.Parse(InputFiles.ReadDockerfile(target.DockerfilePath), target.Definition.BuildArgs).Stages;
        return
        [
            .. stages.Select(x => new DockerfileStage(x.Name ?? $"{x.Index}", x.Base ?? "", x.From.FirstLine, x.Index == stages.Count - 1)),
        ];
    }

    private static string Rules(BuildTarget target)
    {
        var (ignored, errors) = (target.Definition.IgnoredRules, target.Definition.ErrorRules);
        return $"{DockerfileRules.All.Count} rules of our own read the Dockerfile here"
            + (ignored.Count > 0 ? $"; switched off: {string.Join(", ", ignored)}" : "")
            + (errors.Count > 0 ? $"; fail the run: {string.Join(", ", errors)}" : "")
            + ".";
    }

    private static IEnumerable<string> Measuring(BuildTarget target)
    {
        var definition = target.Definition;
        yield return $"{definition.MeasuredImage ?? target.ProductionImage.ToString()} is read layer by layer: sizes, contents, packages, secrets.";
        if (definition.ComparedImage is { } compared)
            yield return $"It is held against {compared}, file by file.";
        if (definition.SbomFile is { } file)
            yield return $"Its packages are written to {file}.";
        if (definition.ScanImage)
            yield return "trivy or grype scans it, whichever is installed.";
    }

    private static string Other(string target) =>
        target switch
        {
            "TryAdvice" => "What is tried follows from what the image measures, so it cannot be said beforehand.",
            "CheckReproducible" => "The production stage is built twice, cold, and the images are compared file by file.",
            "ImageHistory" => "The registry is asked for the reports that hang on the image.",
            _ => "Each image without limits is built and measured once; the files that it would write are listed by the run itself.",
        };
}
