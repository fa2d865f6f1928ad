using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class KnownImageTests
{
    private static readonly MeasuredImage Image = new()
    {
        Platform = new Platform("linux/arm/v7"),
        ManifestDigest = Samples.Digest('1'),
        ConfigDigest = Samples.Digest('2'),
        Config = new ByteSize(3),
        User = "node",
        Layers =
        [
            new MeasuredLayer(Samples.Digest('4'), Samples.Digest('5'), new ByteSize(6), new ByteSize(7))
            {
                ZstandardDownload = new ByteSize(8),
                Gap = "gap",
            },
            new MeasuredLayer(Samples.Digest('9'), null, new ByteSize(10), new ByteSize(11)) { ZstandardDownload = ByteSize.Zero },
        ],
        History = [new HistoryEntry("RUN ü", IsEmpty: false), new HistoryEntry("ENV", IsEmpty: true)],
    };

    [Fact]
    public void Nothing_of_an_image_is_lost()
    {
        var read = KnownImage.Read(KnownImage.ToBytes(Image));
        // A property that is added later fails here until it is written, too.
        var lost = typeof(MeasuredImage).GetProperties().Where(x => !Same(x.GetValue(Image), x.GetValue(read))).Select(x => x.Name);
        Assert.Empty(lost);
        Assert.All(typeof(MeasuredImage).GetProperties(), x => Assert.NotNull(x.GetValue(Image)));
        Assert.NotEqual("", Image.User);
    }

    [Fact]
    public void What_ends_early_is_damaged()
    {
        var bytes = KnownImage.ToBytes(Image);
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.ThrowsAny<Exception>(() => KnownImage.Read(cut));
        }
    }

    private static bool Same(object? one, object? other) =>
        one is System.Collections.IEnumerable and not string
            ? ((System.Collections.IEnumerable)one).Cast<object>().SequenceEqual(((System.Collections.IEnumerable)other!).Cast<object>())
            : Equals(one, other);
}
