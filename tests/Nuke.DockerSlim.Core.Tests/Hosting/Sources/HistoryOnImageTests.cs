using System.Text;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Histories that hang on images beside their reports.</summary>
public sealed class HistoryOnImageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ImageReference Main = ImageReference.Parse("acme/shop:main");
    private readonly FakeRegistry _registry = new();
    private readonly KeptUploads _upload;
    private readonly OciTar _tar = new();

    public HistoryOnImageTests()
    {
        _upload = new KeptUploads(_registry.Manifests);
        _registry.Blob = x => _registry.Manifests.GetValueOrDefault(x) ?? _tar.Find(x);
    }

    [Fact]
    public async Task Each_push_adds_the_image_before_and_a_few_requests_read_them_all()
    {
        for (var bytes = 1; bytes <= 5; bytes++)
            await PushAsync(bytes * 1_000);
        _registry.Asked.Clear();

        var found = await FindAsync();

        Assert.Null(found.Missing);
        Assert.Equal([5_000, 4_000, 3_000, 2_000, 1_000], found.History!.Of("main").Select(x => x.Download!.Value.Bytes));
        Assert.Equal("linux/amd64", found.Platform);
        Assert.InRange(_registry.Asked.Count, 1, 7);
    }

    [Fact]
    public async Task Images_before_may_be_gone()
    {
        var first = await PushAsync(1_000);
        await PushAsync(2_000);
        _registry.Manifests.Remove(first.Value);
        Assert.Equal(2, (await FindAsync()).History!.Of("main").Count);
    }

    [Fact]
    public async Task The_report_is_found_beside_it()
    {
        var image = await PushAsync(1_000);
        Assert.NotNull(await new ReportDownload(_registry).FindAsync(Main.WithDigest(image), None));
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        Assert.Equal("the registry docker.io has no such image", (await FindAsync()).Missing);
        Put(1_000);
        Assert.Equal("no report of this tool is attached to that image", (await FindAsync()).Missing);
    }

    [Fact]
    public async Task A_report_without_a_history_is_a_history_of_one()
    {
        var image = Put(1_000);
        await AttachAsync(image, 1_000, history: null);
        var one = Assert.Single((await FindAsync()).History!.Of("main"));
        Assert.Equal((image, 1_000), (one.Digest, one.Download!.Value.Bytes));
    }

    [Fact]
    public async Task What_is_about_another_image_is_not_believed()
    {
        var image = Put(1_000);
        await AttachAsync(image, 1_000, new PushHistory { Image = Past(Samples.Digest('9'), 7) }, config: Samples.Digest('8'));
        Assert.Equal("the report that is attached to that image is about another one", (await FindAsync()).Missing);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_left_to_it()
    {
        var image = Put(1_000);
        await AttachAsync(image, 1_000, new PushHistory { Image = Past(image, 7), SchemaVersion = 2 });
        var found = await FindAsync();
        Assert.True(found.IsNewer);
        Assert.Contains("was written by a newer version; update the package", found.Missing);
    }

    [Fact]
    public async Task Of_several_platforms_one_has_to_be_named()
    {
        var (arm, amd) = (
            new Digest(_tar.Manifest("linux/arm64", OciTar.Layer("a", 1))),
            new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("a", 2)))
        );
        _registry.Manifests["main"] = Encoding.UTF8.GetBytes(
            new JsonObject { ["manifests"] = new JsonArray(OciTar.Descriptor(arm.Value), OciTar.Descriptor(amd.Value)) }.ToJsonString()
        );
        foreach (var image in new[] { arm, amd })
            _registry.Manifests[image.Value] = _tar.Find(image.Value)!;
        await AttachAsync(arm, 5_000, new PushHistory { Image = Past(arm, 5_000) });

        var e = await Assert.ThrowsAsync<EngineException>(FindAsync);
        Assert.Contains("name one with --platforms", e.Message);
        var found = await new HistoryDownload(_registry).FindAsync(Main, new Platform("linux/arm64"), None);
        Assert.Equal(5_000, found.History!.Image.Download!.Value.Bytes);
    }

    private Task<RecalledHistory> FindAsync() => new HistoryDownload(_registry).FindAsync(Main, null, None);

    private async Task<Digest> PushAsync(long bytes)
    {
        var holder = (await FindAsync()).History;
        var image = Put(bytes);
        var next = PushHistory.Next(Past(image, bytes), new Dictionary<string, PushHistory?> { ["main"] = holder }, null);
        await AttachAsync(image, bytes, next);
        return image;
    }

    private Digest Put(long bytes)
    {
        var image = new Digest(_tar.Manifest("linux/amd64", OciTar.Layer("file", (int)bytes)));
        _registry.Manifests["main"] = _registry.Manifests[image.Value] = _tar.Find(image.Value)!;
        return image;
    }

    private Task AttachAsync(Digest image, long bytes, PushHistory? history, Digest? config = null)
    {
        var named = JsonNode.Parse(_tar.Find(image.Value)!)!["config"]!["digest"]!;
        var report = SampleReports.Good with
        {
            Image = SampleReports.Good.Image with { Digest = image, ConfigDigest = config ?? new Digest((string)named!) },
            Sizes = SampleReports.Good.Sizes! with { Download = new(bytes) },
        };
        return new ReportUpload(_registry, _upload).AttachAsync(Main.WithDigest(image), report, history, None);
    }

    private static PastImage Past(Digest image, long bytes) =>
        new()
        {
            Digest = image,
            MeasuredAt = SampleReports.Good.CreatedAt,
            Download = new(bytes),
        };
}
