using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

// What looking into a large image costs: all of MeasureImage - weights, contents, residue, duplicates, packages and the search for secrets - in its one pass, and
// our own checks of a Dockerfile.
partial class Build
{
    const int MostMegabytes = 300;

    // As large as they come: a token, a settings file, a key.
    static readonly string[] PlantedNowhere = ["id=token,env=BENCHMARK_TOKEN", "id=npmrc,env=BENCHMARK_NPMRC", "id=key,env=BENCHMARK_KEY"];

    Target BenchmarkContents =>
        _ =>
            _.Description("Times all that MeasureImage finds in a 1.5 GB image, secrets included, and the checks of Dockerfiles")
                .DependsOn(ProvideEngine)
                .Executes(() => SettleAsync(BenchmarkContentsAsync()));

    // One look in a process of its own, so that its memory can be told.
    Target InspectLayers =>
        _ => _.Unlisted().Requires(() => LayerSource, () => LayerFolder).Executes(() => SettleAsync(InspectLayersAsync()));

    async Task BenchmarkContentsAsync()
    {
        await TimeChecksAsync();
        await OnEachStoreAsync(
            async (store, folder) =>
            {
                if (store == EmbeddedEngine.Classic)
                    await CompareAsync(
                        "classic store",
                        $"docker-daemon:{LargeImage}",
                        "docker save",
                        SaveLarge,
                        1.6,
                        nameof(InspectLayers),
                        MostMegabytes
                    );
                else
                {
                    await ShellAsync($"{SaveLarge} | tar -x -C '{folder}' blobs");
                    // 1.3 times what reading alone may take.
                    await CompareAsync(
                        "containerd store",
                        $"docker-daemon:{LargeImage}",
                        "gzip -dc",
                        $"gzip -dc {GZipFiles(folder)}",
                        1.3 * 0.6,
                        nameof(InspectLayers),
                        MostMegabytes
                    );
                }
            }
        );
    }

    async Task InspectLayersAsync()
    {
        AbsolutePath folder = LayerFolder;
        // The key that searches are remembered with is not to be left among the user's own data.
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", folder / "data");
        var random = new Random(1);
        Environment.SetEnvironmentVariable("BENCHMARK_TOKEN", Text(random, 40));
        Environment.SetEnvironmentVariable("BENCHMARK_NPMRC", $"fund=false\n//registry.example.com/:_authToken={Text(random, 36)}\n");
        Environment.SetEnvironmentVariable(
            "BENCHMARK_KEY",
            $"-----BEGIN PRIVATE KEY-----\n{Text(random, 1_600)}\n-----END PRIVATE KEY-----\n"
        );
        using var engine = new DockerEngine(EngineLocator.Find());
        var clock = Stopwatch.StartNew();
        using var held = ArtifactFolder.Hold(folder / "report", "large");
        var definition = new ImageDefinition("large") { MeasuredImage = LayerSource, BuildSecrets = PlantedNowhere };
        var work = new ImageWork(BuildTarget.From(definition, RootDirectory), held);
        work.ResumeToMeasure(new ToolFacts());
        await Pipeline(engine, LayerCache.Open(folder / "layers")).MeasureAsync(work, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        var report = work.Report;
        if (report.Secrets.Count != PlantedNowhere.Length || report.Secrets.Any(x => x.Found != false) || report.Contents is null)
            throw new EngineException($"{LayerSource} was not looked into as it should be.");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"read: {seconds:0.000} {process.PeakWorkingSet64 / 1e6:0.0} 0 files {report.Contents.Files} wasted {report.Contents.Wasted.Bytes} residue {report.Residue.Count}"
            )
        );
    }

    // The builder's answer is there already: what is left is ours. The first time counts, since a run checks once and compiles as it goes.
    async Task TimeChecksAsync()
    {
        AbsolutePath folder = OtherRoot() / "checks";
        folder.CreateOrCleanDirectory();
        File.WriteAllText(folder / "Dockerfile", LongDockerfile(10_000));
        foreach (
            var (what, context, dockerfile) in ((string, AbsolutePath, string)[])
                [
                    ("checks", RootDirectory / "samples" / "orders-api", "Dockerfile.naive"),
                    ("checks, again", RootDirectory / "samples" / "orders-api", "Dockerfile.naive"),
                    ("checks, 10,000 lines", folder, "Dockerfile"),
                ]
        )
        {
            using var held = ArtifactFolder.Hold(folder / "report", "checks");
            var definition = new ImageDefinition("checks") { BuildContext = context, Dockerfile = context / dockerfile };
            var work = new ImageWork(BuildTarget.From(definition, RootDirectory), held)
            {
                Checks = Task.FromResult<System.Collections.Generic.IReadOnlyList<Finding>>([]),
            };
            var clock = Stopwatch.StartNew();
            try
            {
                await Pipeline(store: null, LayerCache.InMemory()).LintAsync(work, CancellationToken.None);
            }
            catch (BudgetExceededException)
            {
                // Findings are what it is for.
                clock.Stop();
            }
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what, -20} ours {clock.Elapsed.TotalMilliseconds, 7:0.0} ms beyond the builder's answer (at most 50), {work.LintFindings.Count} findings"
                )
            );
        }
        folder.DeleteDirectory();
    }

    // Nothing is built, run or pushed.
    static ImagePipeline Pipeline(DockerEngine store, LayerCache layers) =>
        new(
            builder: null,
            watcher: null,
            store,
            tests: null,
            publisher: null,
            registry: null,
            layers,
            place: null,
            revisions: null,
            TimeProvider.System
        );

    static string LongDockerfile(int lines)
    {
        var text = new StringBuilder("FROM debian:bookworm-slim AS production\n");
        for (var i = 0; i < lines / 2; i++)
            text.Append(CultureInfo.InvariantCulture, $"RUN apt-get update && \\\n    apt-get install -y package{i}\n");
        return text.ToString();
    }

    static string Text(Random random, int length) =>
        new([.. random.GetItems("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".AsSpan(), length)]);
}
