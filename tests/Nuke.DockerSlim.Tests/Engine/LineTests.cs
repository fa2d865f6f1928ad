using System.Formats.Tar;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>Lines of real builds: told by provenance, and inferred without it.</summary>
public sealed class LineTests : IDisposable, IProgress<ProgressEvent>
{
    private readonly TestFolder _folder = new();
    private readonly string _name = "dockerslim-tests/lines-" + Guid.NewGuid().ToString("N");

    public static IEnumerable<object[]> Cases() =>
        from store in new[] { Stores.Classic, Stores.Containerd }
        from name in LineCases.All.Keys
        select (object[])[store, name];

    [EngineTheory, MemberData(nameof(Cases))]
    public async Task Each_layer_and_each_step_is_at_its_line(string store, string name)
    {
        var expected = LineCases.All[name];
        using var engine = await StoreEngine.OpenAsync(store);
        if (expected.Dockerfile.Contains(LineCases.Trigger, StringComparison.Ordinal))
            await engine.BuildAsync(LineCases.Trigger, LineCases.TriggerDockerfile);
        try
        {
            var target = Target(expected.Dockerfile);
            var outcome = await BuildAsync(engine, target);
            Assert.True(outcome.Failure is null, outcome.Failure?.Reason);
            var image = await ImageAsync(engine, target);

            var dockerfile = outcome.Metadata.Dockerfile!;
            Assert.Equivalent(InputFiles.FindDockerfile(target)!.Instructions, dockerfile.Instructions, strict: true);
            Assert.Equal(expected.Layers, Lines(outcome.Metadata.LayerOrigins));
            Assert.Equal(expected.Layers, Lines(LayerHistory.Origins(image, dockerfile, target.Definition.ProductionStage)));
            Assert.Equal(image.Layers.Count, outcome.Metadata.LayerOrigins.Count);

            var stage = dockerfile.Find(target.Definition.ProductionStage)!;
            var told = LineTiming.Of(outcome, dockerfile, stage);
            var inferred = LineTiming.Of(outcome with { Metadata = BuildMetadata.Empty }, dockerfile, stage);
            var steps = expected.Steps ?? string.Join(' ', expected.Layers.Split(' ').Distinct());
            Assert.Equal(steps, string.Join(' ', told.Lines.Order()));
            Assert.Equal(steps, string.Join(' ', inferred.Lines.Order()));
            Assert.Equal((false, true), (told.IsInferred, inferred.IsInferred));
            AssertAddsUp(outcome, image, target);
        }
        finally
        {
            await engine.RemoveImagesAsync(_name);
        }
    }

    /// <summary>Two builds at once on one image under two names: one of them is not told the chain of the base's layers.</summary>
    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_base_that_another_build_takes_under_another_name_stays_the_base(string store)
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var other = _name + ":other";
        await engine.Client.Images.TagImageAsync(
            StoreEngine.Base,
            new ImageTagParameters { RepositoryName = _name, Tag = "other" },
            CancellationToken.None
        );
        try
        {
            // The steps are long enough for both to run at the same time, and each build's are its own.
            var builds = new[] { StoreEngine.Base, other }.Select(x =>
            {
                var target = Target($"FROM {x} AS production\nRUN echo {x} > /x; sleep 1\nRUN sleep 1\n", x == other ? "other" : "first");
                return BuildAsync(engine, target);
            });
            var outcomes = await Task.WhenAll(builds);
            Assert.All(outcomes, x => Assert.Null(x.Failure));
            Assert.All(outcomes, x => Assert.Equal("1 2 3", Lines(x.Metadata.LayerOrigins)));
            Assert.All(outcomes, x => Assert.Equal([true, false, false], x.Metadata.LayerOrigins.Select(origin => origin.FromBase)));
        }
        finally
        {
            await engine.RemoveImagesAsync(_name);
        }
    }

    public void Dispose() => _folder.Dispose();

    void IProgress<ProgressEvent>.Report(ProgressEvent value) { }

    private static void AssertAddsUp(BuildOutcome outcome, MeasuredImage image, BuildTarget target)
    {
        var report = LineCosts.WithTimes(new ImageReport(), outcome, outcome.Metadata.Dockerfile, target.Definition.ProductionStage);
        var lines = LineCosts.WithLayers(report.Lines, ImageFigures.Layers(image, outcome.Metadata.LayerOrigins));
        Assert.Equal(image.Unpacked.Bytes, lines.Sum(x => x.Layer?.Bytes ?? 0));
        Assert.Equal(image.Download.Bytes - image.Config.Bytes, lines.Sum(x => x.Download?.Bytes ?? 0));
        var sum = report.LineTimes.Cold!;
        Assert.Equal(report.Lines.Sum(x => x.Cold), sum.LinesMilliseconds);
        Assert.InRange(
            sum.RunningMilliseconds
                + sum.ContextMilliseconds
                + sum.ExportMilliseconds
                + sum.OtherMilliseconds
                - (long)outcome.WallClock.TotalMilliseconds,
            -1,
            1
        );
    }

    private static string Lines(IEnumerable<LayerOrigin> origins) => string.Join(' ', origins.Select(x => x.FirstLine));

    private BuildTarget Target(string dockerfile, string name = "shop")
    {
        _folder.Write("context/file.txt", "a file\n");
        _folder.Write("archived/inner.txt", "archived\n");
        if (!File.Exists(_folder["context/data.tar"]))
            TarFile.CreateFromDirectory(_folder["archived"], _folder["context/data.tar"], includeBaseDirectory: false);
        // A name of its own and a folder that is not the context's.
        var file = _folder.Write($"docker files/{name}.Dockerfile", dockerfile);
        return new BuildTarget(new ImageDefinition($"{_name}-{name}"), _folder["context"], file, _folder.Path);
    }

    private async Task<BuildOutcome> BuildAsync(StoreEngine engine, BuildTarget target)
    {
        using var docker = FakeDocker.Script($"export DOCKER_HOST='{engine.Host}'\nexec docker \"$@\"\n");
        return await new BuildxImageBuilder(
            docker.PatientCommand,
            _folder["temporary"],
            new AnswerCache(_folder["temporary"], TimeProvider.System)
        ).BuildAsync(
            target,
            new BuildStep
            {
                Scenario = BuildScenario.Cold,
                Stage = target.Definition.ProductionStage,
                Reference = target.ProductionReference,
            },
            this,
            CancellationToken.None
        );
    }

    private static async Task<MeasuredImage> ImageAsync(StoreEngine engine, BuildTarget target)
    {
        await using var tar = await engine.Engine.SaveAsync(target.ProductionReference, CancellationToken.None);
        return await SavedImageReader.ReadAsync(tar, null, LayerCache.InMemory(), CancellationToken.None);
    }
}
