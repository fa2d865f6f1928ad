using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class LayerGapsTests
{
    private static readonly Finding Other = new()
    {
        Rule = "other",
        Severity = FindingSeverity.Info,
        Message = "m",
    };

    [Fact]
    public void A_layer_that_is_listed_whole_is_no_finding() => Assert.Equal([Other], LayerGaps.Apply([Other], Image(null)));

    [Fact]
    public void A_gap_is_said_once_and_weighs_no_more_than_a_warning()
    {
        var once = LayerGaps.Apply([Other], Image("a header's checksum is wrong at byte 1,024"));
        var found = Assert.Single(LayerGaps.Apply(once, Image("it ends early")), x => x.Rule == LayerGaps.Rule);
        Assert.Equal(FindingSeverity.Warning, found.Severity);
        Assert.StartsWith(
            "Not all that is in the layer sha256:222222222222 could be listed: it ends early. Its weight counts;",
            found.Message
        );
    }

    private static MeasuredImage Image(string? gap) =>
        new()
        {
            Platform = new Platform("linux/amd64"),
            ManifestDigest = null,
            ConfigDigest = Samples.Digest('1'),
            Config = new ByteSize(1),
            Layers = [new MeasuredLayer(Samples.Digest('2'), null, new ByteSize(2), new ByteSize(1)) { Gap = gap }],
        };
}
