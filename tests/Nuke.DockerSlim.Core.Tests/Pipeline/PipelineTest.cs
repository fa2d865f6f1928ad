using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Hosting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>One image in a folder of its own, and a pipeline on fake ports.</summary>
public abstract class PipelineTest : IDisposable
{
    private protected const string Local = "acme/shop:dockerslim";
    private protected const string LocalTest = "acme/shop:dockerslim-test";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline ü ").FullName;
    private readonly OciTar _tar = new();

    private protected PipelineTest()
    {
        // Nothing to be said against it: what the pipeline tests see comes from their ports.
        File.WriteAllText(Path.Combine(_folder, "Dockerfile"), "FROM debian:12-slim AS test\nFROM test AS production\nUSER 1000\n");
        Manifest = new Digest(
            _tar.Image("linux/amd64", OciTar.GZip(OciTar.Layer("etc/base", 5_000)), OciTar.GZip(OciTar.Layer("app", 700)))
        );
        Ports = new FakePorts { Saved = _tar.ToStream, Held = _ => Published(Measured.Image.ConfigDigest!.Value) };
        Pipeline = new ImagePipeline(
            Ports,
            Ports,
            Ports,
            Ports,
            Ports,
            Ports,
            LayerCache.InMemory(),
            new EditingPlace(Ports, Temporary),
            Ports,
            new ManualTime()
        );
        Work = Take(
            new ImageDefinition("acme/shop")
            {
                Tags = ["1", "latest"],
                Scenarios = [BuildScenario.Cold, BuildScenario.Warm],
                Budget = new() { DownloadSize = 80.MB },
            }
        );
    }

    private protected FakePorts Ports { get; }

    /// <summary>The build context.</summary>
    private protected string Context => _folder;

    /// <summary>The folder for what is there only while something runs.</summary>
    private protected string Temporary => Path.Combine(_folder, ".nuke", "temp");

    private protected ImagePipeline Pipeline { get; }

    private protected ImageWork Work { get; private set; }

    private protected Digest Manifest { get; }

    /// <summary>The report as a later target would read it.</summary>
    private protected ImageReport Measured => JsonReport.Read(Work.Folder.ReportFile);

    public void Dispose()
    {
        Work.Folder.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected ImageWork Take(ImageDefinition definition)
    {
        Work?.Folder.Dispose();
        return Work = new ImageWork(BuildTarget.From(definition, _folder), ArtifactFolder.Hold(Path.Combine(_folder, "shop"), "shop"));
    }

    private protected async Task BuildAsync()
    {
        await Pipeline.PlanAsync(Work, default);
        await Pipeline.BuildAsync(Work, new ToolFacts { Engine = "28" }, default);
    }

    private protected async Task MeasuredAsync()
    {
        await BuildAsync();
        await Pipeline.TestAsync(Work, new Progress<string>(), default);
        await Pipeline.MeasureAsync(Work, default);
    }

    private protected PublishedImage Published(Digest config) =>
        new(Samples.Digest('e'), [new(Manifest, config, new(50), [(Samples.Digest('2'), new(300)), (Samples.Digest('4'), new(200))])]);
}
