using System.Diagnostics;
using System.Formats.Tar;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Runs the test stage's container through the engine's API.</summary>
/// <param name="engine">The engine.</param>
public sealed class TestContainer(DockerEngine engine) : ITestStageRunner
{
    /// <inheritdoc />
    public async Task<TestRun> RunAsync(TestRequest request, IProgress<string> output, CancellationToken cancellationToken)
    {
        var container = await engine
            .CreateOwnAsync(Parameters(request), "test", $"The engine has no image {request.Image}.", cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var run = await ExecuteAsync(container.ID, request, output, cancellationToken).ConfigureAwait(false);
            return request.ResultsPath is { } path && !run.TimedOut
                ? run with
                {
                    Results = await TakeResultsAsync(container.ID, path, run, cancellationToken).ConfigureAwait(false),
                }
                : run;
        }
        finally
        {
            await engine.TakeAwayAsync(container.ID).ConfigureAwait(false);
        }
    }

    private static CreateContainerParameters Parameters(TestRequest request) =>
        new()
        {
            Image = request.Image,
            Entrypoint = ["/bin/sh", "-c", request.Command],
            AttachStdout = true,
            AttachStderr = true,
        };

    private async Task<TestRun> ExecuteAsync(string id, TestRequest request, IProgress<string> output, CancellationToken cancellationToken)
    {
        var lines = new LineSplitter(output);
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stream = await engine.ListenAsync(id, cancellationToken).ConfigureAwait(false);
        await engine
            .AskAsync(x => x.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken))
            .ConfigureAwait(false);
        limit.CancelAfter(request.TimeLimit);
        try
        {
            await stream.CopyOutputToAsync(Stream.Null, lines, lines, limit.Token).ConfigureAwait(false);
            var ended = await engine.Client.Containers.WaitContainerAsync(id, limit.Token).ConfigureAwait(false);
            lines.Complete();
            return new TestRun
            {
                ExitCode = (int)ended.StatusCode,
                Duration = clock.Elapsed,
                LastLines = lines.LastLines,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            lines.Complete();
            return new TestRun
            {
                TimedOut = true,
                Duration = clock.Elapsed,
                LastLines = lines.LastLines,
            };
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw engine.Unreachable(e);
        }
    }

    private async Task<IReadOnlyList<ResultFile>> TakeResultsAsync(string id, string path, TestRun run, CancellationToken cancellationToken)
    {
        GetArchiveFromContainerResponse archive;
        try
        {
            archive = await engine
                .Client.Containers.GetArchiveFromContainerAsync(
                    id,
                    new GetArchiveFromContainerParameters { Path = path },
                    false,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DockerApiException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // A command that failed may have failed before it wrote any results: its exit code says enough.
            return run.ExitCode is not (null or 0)
                ? []
                : throw new InputException(
                    $"The test stage has no test results at {path}; correct --test-results, or let the tests write there."
                );
        }
        catch (Exception e) when (DockerEngine.IsUnreachable(e))
        {
            throw engine.Unreachable(e);
        }
        await using var content = new AnswerStream(archive.Stream, engine.Unreachable);
        await using var tar = new TarReader(content);
        var files = new List<ResultFile>();
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.DataStream is not { } data || !ResultsFolder.IsResult(entry.Name))
                continue;
            if (!ResultsFolder.IsReadable(entry.Length))
                throw ResultsFolder.TooLarge(entry.Name, entry.Length);
            var bytes = new byte[entry.Length];
            await data.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            files.Add(new ResultFile(entry.Name, bytes));
        }
        return files.Count > 0 || run.ExitCode is not (null or 0) ? files : throw ResultsFolder.None(path);
    }
}
