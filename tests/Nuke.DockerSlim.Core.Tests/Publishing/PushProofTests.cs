using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Publishing;

public sealed class PushProofTests
{
    private static readonly ImageReference Destination = ImageReference.Parse("localhost:5000/shop:1");
    private static readonly PublishedPlatform Platform = new(
        Samples.Digest('a'),
        Samples.Digest('c'),
        new(100),
        [(Samples.Digest('2'), new(4_100)), (Samples.Digest('4'), new(410))]
    );

    private static ImageReport Report =>
        new()
        {
            Image = new() { ConfigDigest = Samples.Digest('c'), Digest = Samples.Digest('a') },
            Sizes = ImageFigures.Sizes(Samples.Image(), []),
            Layers = ImageFigures.Layers(Samples.Image(), []),
        };

    [Fact]
    public void The_platform_with_the_measured_config_is_the_one() =>
        Assert.Same(
            Platform,
            PushProof.Require(Report, Published(Platform with { ConfigDigest = Samples.Digest('d') }, Platform), Destination)
        );

    [Fact]
    public void Where_the_manifest_was_not_known_the_config_alone_is_proof() =>
        Assert.Same(
            Platform,
            PushProof.Require(Report with { Image = Report.Image with { Digest = null } }, Published(Platform), Destination)
        );

    [Fact]
    public void Another_image_under_the_tag_is_named_with_both_digests()
    {
        var e = Assert.Throws<EngineException>(() =>
            PushProof.Require(Report, Published(Platform with { ConfigDigest = Samples.Digest('d') }), Destination)
        );
        Assert.StartsWith(
            $"localhost:5000/shop:1 holds another image than the one that was tested: measured config {Samples.Digest('c')}, pushed {Samples.Digest('d')}.",
            e.Message
        );
    }

    [Fact]
    public void Another_manifest_of_the_same_config_is_named_with_both_digests()
    {
        var e = Assert.Throws<EngineException>(() =>
            PushProof.Require(Report, Published(Platform with { ManifestDigest = Samples.Digest('b') }), Destination)
        );
        Assert.StartsWith(
            $"localhost:5000/shop:1 holds another manifest than the one that was tested: measured {Samples.Digest('a')}, pushed {Samples.Digest('b')}.",
            e.Message
        );
    }

    [Fact]
    public void An_image_that_was_never_measured_proves_nothing() =>
        Assert.Throws<EngineException>(() => PushProof.Require(new(), Published(Platform), Destination));

    [Fact]
    public void What_the_registry_knows_exactly_takes_the_place_of_estimates()
    {
        var exact = PushProof.WithExactFigures(Report with { Image = Report.Image with { Digest = null } }, Platform, Bandwidth.Default);
        Assert.Equal((4_610, true), (exact.Sizes!.Download.Bytes, exact.Sizes.DownloadIsExact));
        Assert.Equal(11_000, exact.Sizes.Unpacked.Bytes);
        Assert.Equal(Samples.Digest('a'), exact.Image.Digest);
        Assert.Equal([4_100, 410], exact.Layers.Select(x => x.Download.Bytes));
        Assert.Equal([Samples.Digest('2'), Samples.Digest('4')], exact.Layers.Select(x => x.Digest!.Value));
    }

    [Fact]
    public void A_layer_that_occurs_twice_is_transferred_once()
    {
        var twice = Platform with { Layers = [Platform.Layers[0], Platform.Layers[0]] };
        Assert.Equal(4_200, PushProof.WithExactFigures(Report, twice, Bandwidth.Default).Sizes!.Download.Bytes);
    }

    [Fact]
    public void Layers_that_do_not_match_change_nothing()
    {
        var report = Report;
        Assert.Same(report, PushProof.WithExactFigures(report, Platform with { Layers = [] }, Bandwidth.Default));
        var unmeasured = report with { Sizes = null };
        Assert.Same(unmeasured, PushProof.WithExactFigures(unmeasured, Platform, Bandwidth.Default));
    }

    private static PublishedImage Published(params PublishedPlatform[] images) => new(Samples.Digest('e'), images);
}
