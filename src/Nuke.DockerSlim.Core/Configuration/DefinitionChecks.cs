using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>Checks the texts of definitions. All problems are found at once, before anything runs.</summary>
public static class DefinitionChecks
{
    private const int MostRounds = 100;
    private static readonly BuildScenario[] Timed =
    [
        BuildScenario.Cold,
        BuildScenario.Warm,
        BuildScenario.Edited,
        BuildScenario.DependencyEdited,
        BuildScenario.Ci,
    ];
    private static readonly string[] NetworkModes = ["default", "none", "host"];

    /// <summary>The problems of all definitions, whole sentences; none when they can be used.</summary>
    /// <param name="images">The definitions.</param>
    public static IReadOnlyList<string> Problems(IReadOnlyList<ImageDefinition> images)
    {
        if (images.Count == 0)
            return ["The build declares no image; add one to Images, or name one with --build-context FOLDER."];
        var twice = images
            .GroupBy(x => x.Name, StringComparer.OrdinalIgnoreCase)
            .Where(x => x.Count() > 1)
            .Select(x =>
                $"{x.Count()} images are called '{x.Key}' ({string.Join(", ", x.Select(i => i.Repository))}); give them different Names."
            );
        var sameFile = images
            .Where(x => x.SbomFile is not null)
            .GroupBy(x => x.SbomFile!, StringComparer.Ordinal)
            .Where(x => x.Count() > 1)
            .Select(x =>
                $"{x.Count()} images write their packages to {x.Key} ({string.Join(", ", x.Select(i => i.Name))}); name a file for each."
            );
        return
        [
            .. twice,
            .. sameFile,
            .. CacheChecks.Problems(images),
            .. images.SelectMany(x => Problems(x).Select(problem => images.Count > 1 ? $"{x.Name}: {problem}" : problem)),
        ];
    }

    private static IEnumerable<string> Problems(ImageDefinition image) =>
        Repository(image)
            .Concat(Stages(image))
            .Concat(PlatformChecks.Problems(image))
            .Concat(Pairs(image))
            .Concat(image.BuildSecrets.Select(x => Fact(() => BuildSecret.Parse(x))).OfType<string>())
            .Concat(CacheChecks.Problems(image))
            .Concat(image.Tags.Select(TagTemplate.Problem).OfType<string>())
            .Concat(Limits(image))
            .Concat(Rules(image))
            .Concat(ImagePolicies.Problems(image.ForbidInImage))
            .Concat(Measured(image))
            .Concat(Baseline(image))
            .Concat(SmokeChecks.Problems(image.Smoke))
            .Concat(SupplyChecks.Problems(image))
            .Concat(Rest(image));

    private static IEnumerable<string> Baseline(ImageDefinition image)
    {
        string?[] baselines = [image.BaselineReport, image.BaselineFolder, image.BaselineImage, image.BaselineRef];
        if (baselines.Count(x => x is not null) > 1)
            yield return "BaselineReport, BaselineFolder, BaselineImage and BaselineRef exclude each other; set one.";
        if (image.BaselineRef is { } revision && (string.IsNullOrWhiteSpace(revision) || revision.StartsWith('-')))
            yield return $"'{revision}' is no git revision; name one, such as origin/main, with --baseline-ref.";
        if (image.BaselineAge is { } age && age <= TimeSpan.Zero)
            yield return $"The age that a baseline may have is {age.Text}; write more than nothing, such as 30d.";
        if (image is { BaselineRef: not null, MeasuredImage: not null })
            yield return "A revision is built to be held against; an image that is measured as it is (--measured-image) is held against a report: --baseline-report, --baseline-folder or --baseline-image.";
        if (image.BaselineImage is { } name && !ImageReference.TryParse(name, out _, out var problem))
            yield return problem;
    }

    private static IEnumerable<string> Repository(ImageDefinition image)
    {
        if (!ImageReference.TryParse(image.Repository, out var reference, out var problem))
            yield return problem;
        else if (reference.Tag is not null || reference.Digest is not null)
            yield return $"The repository '{image.Repository}' has a tag or a digest; write '{reference.Repository}', and tags with --image-tags.";
        foreach (var other in image.Push.AlsoTo)
            if (!ImageReference.TryParse(other, out var also, out var wrong))
                yield return wrong;
            else if (also.Tag is not null || also.Digest is not null)
                yield return $"The repository '{other}' has a tag or a digest; write '{also.Repository}', and tags with --image-tags.";
            else if (image.Push.AlsoTo.Append(image.Repository).Count(x => x == other) > 1)
                yield return $"The image is pushed to '{other}' twice; name each repository once.";
        if (
            image.Name.Length == 0
            || image.Name is "." or ".."
            || image.Name.AsSpan().ContainsAny(Path.GetInvalidFileNameChars())
            || image.Name.Contains('\\')
        )
            yield return $"'{image.Name}' cannot be an image's name: it is the name of a folder too; use letters, digits, '-', '_' and '.'.";
    }

    private static IEnumerable<string> Stages(ImageDefinition image)
    {
        foreach (var stage in new[] { image.TestStage, image.ProductionStage })
            if (Fact(() => new StageName(stage)) is { } problem)
                yield return problem;
        if (image.TestStage.Equals(image.ProductionStage, StringComparison.OrdinalIgnoreCase))
            yield return $"Test stage and production stage are both '{image.TestStage}'; what is pushed must not be where tests run.";
    }

    private static IEnumerable<string> Pairs(ImageDefinition image)
    {
        foreach (var argument in image.BuildArgs.Where(x => x.Length == 0 || x[0] == '='))
            yield return $"The build arg '{argument}' has no name; write NAME=value, or NAME to pass on the environment variable NAME.";
        foreach (var label in image.Labels.Where(x => x.IndexOf('=') < 1))
            yield return $"The label '{label}' has no name and value; write name=value.";
    }

    private static IEnumerable<string> Limits(ImageDefinition image) =>
        new[] { image.Budget, image.SoftBudget }
            .Concat(image.PlatformBudgets.Values)
            .Concat(image.SoftPlatformBudgets.Values)
            .SelectMany(Limits)
            .Distinct();

    private static IEnumerable<string> Limits(ImageBudget budget)
    {
        (string What, ByteSize? Limit)[] sizes =
        [
            ("download size", budget.DownloadSize),
            ("unpacked size", budget.UnpackedSize),
            ("own download size", budget.OwnDownloadSize),
            ("own unpacked size", budget.OwnUnpackedSize),
        ];
        (string What, TimeSpan? Limit)[] times =
        [
            ("cold build", budget.ColdBuild),
            ("warm build", budget.WarmBuild),
            ("edited build", budget.EditedBuild),
            ("ci build", budget.CiBuild),
        ];
        foreach (var (what, limit) in sizes)
            if (limit is { Bytes: <= 0 } size)
                yield return $"The limit of the {what} is {size.Text}; a limit is more than nothing.";
        foreach (var (what, limit) in times)
            if (limit is { } time && time <= TimeSpan.Zero)
                yield return $"The limit of the {what} is {time.Text}; a limit is more than nothing.";
        if (budget.PackageCount is < 0 and var count)
            yield return $"The limit of the package count is {count}; no image has fewer packages than none.";
    }

    // The builder's rules begin with a capital letter; which there are is its own affair.
    private static IEnumerable<string> Rules(ImageDefinition image) =>
        image
            .IgnoredRules.Concat(image.ErrorRules)
            .Where(x => x.Length == 0 || (!char.IsAsciiLetterUpper(x[0]) && RuleNames().All(rule => rule != x)))
            .Select(x =>
                NearName.Find(x, RuleNames()) is { } near
                    ? $"There is no rule '{x}'; did you mean {near}?"
                    : $"There is no rule '{x}'; docs/rules.md lists them."
            );

    private static IEnumerable<string> RuleNames() => DockerfileRules.All.Select(x => x.Id).Concat(MeasuredRules.All);

    private static IEnumerable<string> Measured(ImageDefinition image)
    {
        if (image.MeasuredImage is { } measured && !ImageSource.TryParse(measured, out _, out var problem))
            yield return $"--measured-image: {problem}";
        if (image.ComparedImage is { } compared && !ImageSource.TryParse(compared, out _, out problem))
            yield return $"--compared-image: {problem}";
        if (image.PullBandwidth.BitsPerSecond <= 0)
            yield return $"The bandwidth of a pull is {image.PullBandwidth.Text}; a network has more than none.";
    }

    private static IEnumerable<string> Rest(ImageDefinition image)
    {
        if (image.NetworkMode is { } network && !NetworkModes.Contains(network))
            yield return $"'{network}' is not a network mode; use {string.Join(", ", NetworkModes)}.";
        if (image.TestTimeLimit <= TimeSpan.Zero)
            yield return $"The time limit of the test command is {image.TestTimeLimit.Text}; a limit is more than nothing.";
        foreach (var scenario in image.Scenarios.Where(x => !Timed.Contains(x)))
            yield return $"The scenario {scenario} cannot be asked for; use {string.Join(", ", Timed)}.";
        if (image.Scenarios.Contains(BuildScenario.Ci) && image.CacheFrom.Count == 0)
            yield return "The scenario ci times what a fresh machine takes from a cache; name one with --cache-from, such as type=registry,ref=ghcr.io/acme/shop:cache.";
        if (image.BuildRounds is < 1 or > MostRounds)
            yield return $"Builds cannot be timed in {image.BuildRounds} rounds; set --build-rounds to a number from 1 to {MostRounds}.";
        if (image.MaxBuildRounds is < 1 or > MostRounds)
            yield return $"Builds cannot be timed in {image.MaxBuildRounds} rounds; set --max-build-rounds to a number from 1 to {MostRounds}.";
    }

    private static string? Fact<T>(Func<T> make)
    {
        try
        {
            make();
            return null;
        }
        catch (InputException e)
        {
            return e.Message;
        }
    }
}
