using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class ImageFiguresTests
{
    private static readonly LayerOrigin[] Origins = [new(true, 1, 1, "FROM node:20"), new(false, 4, 5, "COPY . .")];

    [Fact]
    public void Base_and_own_layers_are_told_apart()
    {
        var sizes = ImageFigures.Sizes(Samples.Image(), Origins);
        Assert.Equal((4_500, 11_000), (sizes.Download.Bytes, sizes.Unpacked.Bytes));
        Assert.Equal((10_000, 1_000), (sizes.BaseUnpacked?.Bytes, sizes.OwnUnpacked?.Bytes));
        Assert.True(sizes.DownloadIsExact);
    }

    [Fact]
    public void An_image_from_scratch_has_a_base_of_nothing()
    {
        var sizes = ImageFigures.Sizes(Samples.Image(), [.. Origins.Select(x => x with { FromBase = false })]);
        Assert.Equal((0, 11_000), (sizes.BaseUnpacked?.Bytes, sizes.OwnUnpacked?.Bytes));
    }

    [Fact]
    public void Layers_carry_their_lines()
    {
        var layers = ImageFigures.Layers(Samples.Image(), Origins);
        Assert.Equal(
            [(1, "FROM node:20", true), (4, "COPY . .", false)],
            layers.Select(x => (x.Line ?? 0, x.Instruction ?? "", x.FromBase ?? false))
        );
        Assert.Equal([Samples.Digest('1'), Samples.Digest('3')], layers.Select(x => x.DiffId));
        Assert.Equal([10_000, 1_000], layers.Select(x => x.Unpacked.Bytes));
        Assert.Equal([4_000, 400], layers.Select(x => x.Download.Bytes));
    }

    [Fact]
    public void Origins_of_another_image_are_not_believed()
    {
        var sizes = ImageFigures.Sizes(Samples.Image(), Origins[..1]);
        Assert.Equal((null, null), (sizes.BaseUnpacked, sizes.OwnUnpacked));
        Assert.All(
            ImageFigures.Layers(Samples.Image(), Origins[..1]),
            x => Assert.Equal((null, null, null), (x.Line, x.Instruction, x.FromBase))
        );
    }

    [Fact]
    public void A_download_that_no_registry_has_seen_is_an_estimate()
    {
        var image = Samples.Image();
        var estimated = image with { Layers = [image.Layers[0] with { Digest = null }, image.Layers[1]] };
        Assert.False(ImageFigures.Sizes(estimated, Origins).DownloadIsExact);
        Assert.Equal(new ByteSize(4_500), estimated.Download);
    }
}
