using System.Globalization;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Configuration;

/// <summary>Puts what a run sets from outside over what the build declares.</summary>
public static class DefinitionOverrides
{
    /// <summary>The images a run works on.</summary>
    /// <param name="declared">The build's own definitions.</param>
    /// <param name="parameters">What the run sets.</param>
    /// <exception cref="InputException">Values that do not parse, or names that do not exist; all of them at once.</exception>
    public static IReadOnlyList<ImageDefinition> Apply(IEnumerable<ImageDefinition> declared, ImageParameters parameters)
    {
        var problems = new List<string>();
        var images = Choose([.. declared], parameters, problems);
        var budget = BudgetOverrides.Read(parameters, images, problems);
        var timing = TimingOverrides.Read(parameters, problems);
        var measuring = MeasuringOverrides.Read(parameters, problems);
        var smoke = SmokeOverrides.Read(parameters, problems);
        var baseline = BaselineOverrides.Read(parameters, problems);
        var scan = ScanOverrides.Read(parameters, problems);
        return problems.Count > 0
            ? throw new InputException(problems)
            : [.. images.Select(x => baseline.Over(smoke.Over(measuring.Over(timing.Over(budget.Over(Merge(Filed(x), parameters)))))))];

        ImageDefinition Filed(ImageDefinition image) =>
            SupplyOverrides.Over(scan.Over(image), parameters) with
            {
                SbomFile = SbomFile(image, images.Count, parameters),
            };
    }

    private static IReadOnlyList<ImageDefinition> Choose(
        IReadOnlyList<ImageDefinition> declared,
        ImageParameters parameters,
        List<string> problems
    )
    {
        if (parameters.Dockerfile is not null || parameters.BuildContext is not null)
            return [Momentary(parameters)];
        // Some image's figures must not replace those of the declared one by chance.
        if (parameters is { MeasuredImage: not null, OnlyImage: null })
            return [MeasuringOverrides.Momentary(parameters)];
        var chosen = parameters.OnlyImage is { Count: > 0 } names ? Named(declared, names, problems) : declared;
        if (parameters.ImageRepository is not null && chosen.Count > 1)
            problems.Add($"--image-repository is given for {chosen.Count} images; say which one with --only-image NAME.");
        if (parameters.ComparedImage is not null && chosen.Count > 1)
            problems.Add($"--compared-image is given for {chosen.Count} images; say which one with --only-image NAME.");
        if (parameters.MeasuredImage is not null && chosen.Count > 1)
            problems.Add($"--measured-image is given for {chosen.Count} images; say which one with --only-image NAME.");
        return chosen;
    }

    private static string? SbomFile(ImageDefinition image, int images, ImageParameters parameters) =>
        parameters.SbomFile is not { } file ? image.SbomFile
        : images > 1 ? FileNaming.With(file, "-" + image.Name)
        : file;

    private static IReadOnlyList<ImageDefinition> Named(
        IReadOnlyList<ImageDefinition> declared,
        IReadOnlyList<string> names,
        List<string> problems
    )
    {
        var all = declared.Count == 0 ? "no image" : string.Join(", ", declared.Select(x => x.Name));
        foreach (var name in names.Where(name => !declared.Any(x => Same(x.Name, name))))
            problems.Add(
                NearName.Find(name, declared.Select(x => x.Name)) is { } near
                    ? $"There is no image '{name}'; did you mean --only-image {near}?"
                    : $"There is no image '{name}'; the build declares {all}."
            );
        return [.. declared.Where(x => names.Any(name => Same(x.Name, name)))];
    }

    /// <summary>The image that <c>--dockerfile</c> or <c>--build-context</c> names, in place of the declared ones.</summary>
    private static ImageDefinition Momentary(ImageParameters parameters)
    {
        var context = parameters.BuildContext ?? Path.GetDirectoryName(parameters.Dockerfile) ?? ".";
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(context));
        return new ImageDefinition(parameters.ImageRepository ?? RepositoryFrom(folder))
        {
            Dockerfile = parameters.Dockerfile,
            BuildContext = context,
        };
    }

    /// <summary>A repository name made of a folder's: lower case, other characters become dashes.</summary>
    /// <param name="folder">The folder's name.</param>
    public static string RepositoryFrom(string folder)
    {
        var text = string.Concat(folder.ToLowerInvariant().Select(x => char.IsAsciiLetterOrDigit(x) ? x : '-')).Trim('-');
        while (text.Contains("---", StringComparison.Ordinal))
            text = text.Replace("---", "--", StringComparison.Ordinal);
        return text.Length == 0 ? "image" : text;
    }

    private static ImageDefinition Merge(ImageDefinition image, ImageParameters parameters) =>
        image with
        {
            Repository = parameters.ImageRepository ?? image.Repository,
            TestStage = parameters.TestStage ?? image.TestStage,
            TestCommand = parameters.TestCommand ?? image.TestCommand,
            TestResults = parameters.TestResults ?? image.TestResults,
            ProductionStage = parameters.ProductionStage ?? image.ProductionStage,
            AllowUntested = parameters.AllowUntested ?? image.AllowUntested,
            BuildArgs = [.. image.BuildArgs, .. parameters.BuildArgs ?? []],
            BuildSecrets = [.. image.BuildSecrets, .. parameters.BuildSecrets ?? []],
            SshAgents = [.. image.SshAgents, .. parameters.SshAgents ?? []],
            Labels = [.. image.Labels, .. parameters.ImageLabels ?? []],
            Platforms = parameters.Platforms ?? image.Platforms,
            BuildxBuilder = parameters.BuildxBuilder ?? image.BuildxBuilder,
            CacheFrom = parameters.CacheFrom ?? image.CacheFrom,
            CacheTo = parameters.CacheTo ?? image.CacheTo,
            NetworkMode = parameters.NetworkMode ?? image.NetworkMode,
            IgnoredRules = [.. image.IgnoredRules, .. parameters.IgnoredRules ?? []],
            ErrorRules = [.. image.ErrorRules, .. parameters.ErrorRules ?? []],
            ForbidInImage = [.. image.ForbidInImage, .. parameters.ForbidInImage ?? []],
            Tags = parameters.ImageTags ?? image.Tags,
            Push = new PushSettings
            {
                AlsoTo = [.. image.Push.AlsoTo.Union(parameters.AlsoPushTo ?? [])],
                ImmutableTags = [.. image.Push.ImmutableTags.Union(parameters.ImmutableTags ?? [])],
                KeepCandidates = parameters.KeepCandidates ?? image.Push.KeepCandidates,
            },
        };

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
