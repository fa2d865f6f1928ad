using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim;

/// <summary>
/// Finds out who has the file that a started image misses. The stages are asked for sure, not guessed: a last stage behind a copy of the Dockerfile
/// copies the file from the stage in question, and the build, all of it from the cache, succeeds or not.
/// </summary>
/// <param name="builder">Runs builds.</param>
/// <param name="temporaryDirectory">The folder for the copy, absolute.</param>
internal sealed class MissingFileSearch(IImageBuilder builder, string temporaryDirectory)
{
    // A build each, of some tenths of a second.
    private const int MostQuestions = 12;

    /// <summary>Who has it, a sentence each; none where the output names no missing file, or nobody has it.</summary>
    /// <param name="work">The image.</param>
    /// <param name="run">What its container came to.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<string>> FindAsync(ImageWork work, SmokeRun run, CancellationToken cancellationToken)
    {
        if (MissingFile.Find([.. run.LastLines, run.Detail], run.WorkingDirectory) is not { } missing)
            return [];
        string?[] found =
        [
            InContext(work.Target, missing, run.WorkingDirectory),
            await InStagesAsync(work.Target, missing, cancellationToken).ConfigureAwait(false),
        ];
        var known = found.OfType<string>().ToArray();
        return known.Length > 0 ? known : [$"Neither a stage of {work.Target.DockerfileName} nor the build context has {missing.Name}."];
    }

    private async Task<string?> InStagesAsync(BuildTarget target, MissingFile missing, CancellationToken cancellationToken)
    {
        if (
            InputFiles.FindDockerfile(target) is not { } dockerfile
            || dockerfile.Find(target.Definition.ProductionStage) is not { } production
        )
            return null;
        using var folder = OwnedFolder.Make(temporaryDirectory, "search-");
        var questions =
            from path in missing.Paths
            from stage in dockerfile.Stages
            where stage.Index != production.Index
            select (stage, path);
        foreach (var (stage, path) in questions.Take(MostQuestions))
        {
            var file = Path.Combine(folder.Path, Path.GetFileName(target.DockerfilePath));
            CopiedDockerfile.Write(target.DockerfilePath, file, text => ResultsStage.Append(text, stage.Name ?? $"{stage.Index}", path));
            var step = new BuildStep { Scenario = BuildScenario.Test, Stage = ResultsStage.Name };
            var outcome = await builder
                .BuildAsync(target with { DockerfilePath = file }, step, new Progress<ProgressEvent>(), cancellationToken)
                .ConfigureAwait(false);
            if (outcome.Failure is null)
                return $"{stage.Label} has {path}: copy it into production (COPY --from={stage.Name ?? $"{stage.Index}"} {path} {path}).";
        }
        return null;
    }

    // By the end of its path, the longest first: /app/config/shop.json may be config/shop.json or shop.json there.
    private static string? InContext(BuildTarget target, MissingFile missing, string workingDirectory)
    {
        var below = missing.Paths[0].StartsWith(workingDirectory.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? missing.Paths[0][(workingDirectory.TrimEnd('/').Length + 1)..]
            : missing.Paths[0].TrimStart('/');
        for (var rest = below; rest.Length > 0; rest = rest.Contains('/') ? rest[(rest.IndexOf('/') + 1)..] : "")
        {
            if (!Path.Exists(Path.Combine(target.ContextDirectory, rest)))
                continue;
            return ContextIgnoreFile.LeavingOut(target, rest) is { } ignoreFile
                ? $"The build context has {rest}, but {ignoreFile} leaves it out: no COPY can take it in."
                : $"The build context has {rest}: copy it into production.";
        }
        return null;
    }
}
