using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Tests.Pipeline;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class EngineImagesTests : IDisposable
{
    private static readonly string Id = "sha256:" + new string('7', 64);
    private readonly string _folder = Directory.CreateTempSubdirectory("images ü ").FullName;
    private readonly OciTar _tar = new();
    private readonly FakePorts _engine;

    public EngineImagesTests()
    {
        _tar.Image("linux/amd64", OciTar.GZip(OciTar.Layer("etc/base", 4_000)), OciTar.Layer("app", 10));
        _engine = new FakePorts { Saved = _tar.ToStream, Id = _ => Id };
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_image_that_was_weighed_is_not_asked_for_again()
    {
        var first = await MeasureAsync();
        var again = await MeasureAsync();
        Assert.Equal(["save shop"], _engine.Calls);
        Assert.Equal(first.Layers, again.Layers);
        Assert.Equal(first.History, again.History);
        Assert.Equal(
            (first.Platform, first.ManifestDigest, first.ConfigDigest, first.Config),
            (again.Platform, again.ManifestDigest, again.ConfigDigest, again.Config)
        );
    }

    [Fact]
    public async Task Another_image_and_another_platform_are()
    {
        await MeasureAsync();
        await MeasureAsync(new Platform("linux/amd64"));
        _engine.Id = _ => "sha256:" + new string('8', 64);
        await MeasureAsync();
        Assert.Equal(3, _engine.Calls.Count);
    }

    [Fact]
    public async Task An_image_whose_name_moved_while_it_was_read_is_not_remembered()
    {
        var asked = 0;
        _engine.Id = _ => $"sha256:{asked++:x64}";
        await MeasureAsync();
        asked = 0;
        await MeasureAsync();
        Assert.Equal(2, _engine.Calls.Count);
    }

    [Fact]
    public async Task With_a_new_id_but_the_same_manifest_it_is_the_same_image()
    {
        var asked = 0;
        _engine.Id = _ => $"sha256:{asked++:x64}";
        _engine.Manifests = () => [Manifest('1', "linux/amd64"), Manifest('2', "linux/arm64/v8")];
        await MeasureAsync(new Platform("linux/amd64"));
        await MeasureAsync(new Platform("linux/amd64"));
        Assert.Equal(["save shop"], _engine.Calls);
        _engine.Manifests = () => [Manifest('3', "linux/amd64"), Manifest('2', "linux/arm64/v8")];
        await MeasureAsync(new Platform("linux/amd64"));
        Assert.Equal(2, _engine.Calls.Count);
        // Which of two is meant is for the image itself to answer.
        await MeasureAsync();
        await MeasureAsync();
        Assert.Equal(4, _engine.Calls.Count);
        Assert.NotEqual(0, asked);
    }

    [Fact]
    public async Task Where_the_manifest_is_known_layers_that_are_known_need_not_come_by()
    {
        var seen = await MeasureAsync();
        var tar = new OciTar();
        var manifest = tar.Manifest("linux/amd64", OciTar.GZip(OciTar.Layer("etc/base", 4_000)), OciTar.GZip(OciTar.Layer("new", 20)));
        // Neither the base's layer, nor an index at the end.
        tar.Lost.Add(seen.Layers[0].Digest!.Value.Value);
        _engine.Saved = tar.ToStream;
        _engine.Manifests = () => [new EngineManifest(new Digest(manifest), "linux/amd64")];

        var image = await MeasureAsync();

        Assert.Equal(seen.Layers[0], image.Layers[0]);
        Assert.Equal((manifest, 2), (image.ManifestDigest?.Value, image.Layers.Count));
        _engine.Calls.Clear();
        await MeasureAsync();
        Assert.Empty(_engine.Calls);
    }

    [Theory]
    [InlineData("""{"schemaVersion":2,"manifests":[]}""")]
    [InlineData("{}")]
    public async Task What_is_not_the_manifest_that_it_should_be_is_told_at_the_end(string content)
    {
        var digest = _tar.Blob(System.Text.Encoding.UTF8.GetBytes("other"));
        _tar.Damage(digest, System.Text.Encoding.UTF8.GetBytes(content));
        _engine.Manifests = () => [new EngineManifest(new Digest(digest), "linux/amd64")];

        // The tar's own index names another image, and that one is whole.
        Assert.Equal(2, (await MeasureAsync()).Layers.Count);
    }

    [Fact]
    public async Task What_is_damaged_is_read_again()
    {
        await MeasureAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "images")))
            File.WriteAllText(file, "damage");
        await MeasureAsync();
        Assert.Equal(2, _engine.Calls.Count);
    }

    private Task<MeasuredImage> MeasureAsync(Platform? platform = null) =>
        new EngineImages(_engine, LayerCache.Open(_folder)).MeasureAsync("shop", platform, default);

    private static EngineManifest Manifest(char digit, string platform) => new(new Digest("sha256:" + new string(digit, 64)), platform);
}
