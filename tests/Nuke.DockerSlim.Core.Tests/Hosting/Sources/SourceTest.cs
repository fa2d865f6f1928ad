using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Tests.Pipeline;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>A folder to put images into, and what weighs them wherever they lie.</summary>
public abstract class SourceTest : IDisposable
{
    private protected static readonly byte[] Base = OciTar.Layer("etc/base", 40_000);
    private protected static readonly byte[] App = OciTar.Layer("app/server.js", 9_000);
    private readonly string _folder = Directory.CreateTempSubdirectory("sources ü ").FullName;

    private protected SourceTest() => Sources = new ImageSources(Ports, Registry, Cache);

    private protected OciTar Tar { get; } = new();

    private protected FakePorts Ports { get; } = new();

    private protected FakeRegistry Registry { get; } = new();

    private protected LayerCache Cache { get; } = LayerCache.InMemory();

    private protected ImageSources Sources { get; }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(string name) => Path.Combine(_folder, name);

    private protected string Write(string name, Stream content)
    {
        using var file = File.Create(At(name));
        content.CopyTo(file);
        return At(name);
    }

    private protected Task<MeasuredImage> MeasureAsync(string source, string? platform = null) =>
        Sources.MeasureAsync(ImageSource.Parse(source), platform is null ? null : new Platform(platform), default);

    private protected async Task<string> FailAsync(string source, string? platform = null) =>
        (await Assert.ThrowsAnyAsync<DockerSlimException>(() => MeasureAsync(source, platform))).Message.Replace(_folder + "/", "");

    /// <summary>What is said about a layout whose index names one thing.</summary>
    private protected async Task<string> IndexAsync(JsonObject descriptor)
    {
        var tar = At("layout");
        Tar.Clear();
        Tar.Index(descriptor);
        Tar.WriteTo(tar);
        return await FailAsync("oci:" + tar);
    }
}
