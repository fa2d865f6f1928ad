using System.Diagnostics;
using System.Text.Json;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Builds with <c>docker buildx build</c>, read as events and metadata, never as text for people.</summary>
/// <param name="docker">The docker command.</param>
/// <param name="temporaryDirectory">Where metadata files are put while a build runs.</param>
/// <param name="answers">What it answered in earlier runs.</param>
/// <param name="expect">Told the name of an image in the engine that only the run needs, before it is made; null: nobody is.</param>
public sealed class BuildxImageBuilder(DockerCommand docker, string temporaryDirectory, AnswerCache answers, Action<string>? expect = null)
    : IImageBuilder
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DockerfileStage>> ListStagesAsync(BuildTarget target, CancellationToken cancellationToken) =>
        await AskAsync(target, BuildxArguments.ListStages(target), SubrequestReader.Stages, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ListPlatformsAsync(BuildTarget target, CancellationToken cancellationToken)
    {
        var answer = await docker.RunAsync(BuildxArguments.InspectBuilder(target), cancellationToken).ConfigureAwait(false);
        return answer.ExitCode == 0 ? BuilderPlatforms.Read(answer.StandardOutput) : [];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Finding>> CheckAsync(BuildTarget target, CancellationToken cancellationToken)
    {
        return await AskAsync(target, BuildxArguments.Check(target), x => Findings(target, x), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<BuildOutcome> BuildAsync(
        BuildTarget target,
        BuildStep step,
        IProgress<ProgressEvent> progress,
        CancellationToken cancellationToken
    )
    {
        using var own = OwnedFolder.Make(temporaryDirectory, "build-");
        var folder = own.Path;
        var metadataFile = Path.Combine(folder, "metadata.json");
        var recorder = new BuildTraceRecorder();
        if (target.IsOfTheRun(step))
            expect?.Invoke(step.Reference!);
        var results = step.ResultsPath is { } path
            ? await PrepareResultsAsync(target, step.Stage, path, folder, cancellationToken).ConfigureAwait(false)
            : null;
        var clock = Stopwatch.StartNew();
        var result = await docker
            .StreamAsync(
                BuildxArguments.Build(target, step, metadataFile, results),
                BuildxArguments.BuildVariables,
                line =>
                {
                    foreach (var told in ProgressParser.Parse(line))
                        Tell(target.LogFilter?.Take(told) ?? [told]);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        Tell(target.LogFilter?.Complete() ?? []);
        var elapsed = clock.Elapsed;
        cancellationToken.ThrowIfCancellationRequested();
        var trace = recorder.ToTrace();
        if (result.ExitCode != 0 && results is not null && trace.Failed?.Stage == ResultsStage.Name)
            throw ResultsFolder.None(step.ResultsPath!);
        var text =
            result.ExitCode == 0 && File.Exists(metadataFile)
                ? await File.ReadAllTextAsync(metadataFile, cancellationToken).ConfigureAwait(false)
                : null;
        return new BuildOutcome
        {
            Scenario = step.Scenario,
            WallClock = elapsed,
            Trace = trace,
            MetadataText = text,
            Metadata = BuildMetadataReader.ReadOrEmpty(text),
            Results = result.ExitCode == 0 && results is not null ? ResultsFolder.Read(results.Directory, step.ResultsPath!) : [],
            Failure = result.ExitCode == 0 ? null : BuildFailureReader.Read(trace),
        };

        void Tell(IEnumerable<ProgressEvent> events)
        {
            foreach (var told in events)
            {
                recorder.Record(told);
                progress.Report(told);
            }
        }
    }

    private static IReadOnlyList<Finding> Findings(BuildTarget target, string json) =>
        SubrequestReader.BuildError(json) is { } failure
            ? throw new BuildFailedException(FailureText.For(target, failure), failure)
            : SubrequestReader.Findings(json, target.DockerfileName);

    private static async Task<ResultsExport> PrepareResultsAsync(
        BuildTarget target,
        string stage,
        string path,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var export = ResultsExport.In(target, folder);
        var text = await File.ReadAllTextAsync(target.DockerfilePath, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(export.DockerfilePath, ResultsStage.Append(text, stage, path), cancellationToken)
            .ConfigureAwait(false);
        // An ignore file of the Dockerfile's own is looked for beside it.
        var ignore = target.DockerfilePath + ".dockerignore";
        if (File.Exists(ignore))
            File.Copy(ignore, export.DockerfilePath + ".dockerignore");
        return export;
    }

    private async Task<T> AskAsync<T>(
        BuildTarget target,
        IReadOnlyList<string> arguments,
        Func<string, T> read,
        CancellationToken cancellationToken
    )
    {
        var name = AnswerCache.Name(target, arguments);
        if (name is not null && answers.Find(name) is { } known)
            return read(known);
        var answer = await docker.RunAsync(arguments, BuildxArguments.QuestionVariables, cancellationToken).ConfigureAwait(false);
        try
        {
            // buildx writes the answer even where it ends with a finding's exit code.
            if (answer.StandardOutput.AsSpan().TrimStart() is ['{', ..])
            {
                var result = read(answer.StandardOutput);
                if (name is not null)
                    answers.Keep(name, answer.StandardOutput);
                return result;
            }
        }
        catch (JsonException e)
        {
            throw new EngineException(
                $"buildx gave an answer about {target.DockerfilePath} that is not JSON ({e.Message}); update the docker-buildx plugin.",
                e
            );
        }
        var trace = BuildTrace.Empty with { Text = [.. answer.StandardError.Split('\n').Select(x => x.TrimEnd('\r'))] };
        var failure = BuildFailureReader.Read(trace);
        throw new BuildFailedException(FailureText.For(target, failure), failure);
    }
}
