using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class LayerFuzzTests
{
    private const int Rounds = 60;

    [Theory]
    [MemberData(nameof(LayerCorpus.Names), MemberType = typeof(LayerCorpus))]
    public async Task Whole_layers_are_read_without_a_gap(string name)
    {
        var (weight, index) = await PassAsync(LayerCorpus.Read(name));
        Assert.Null(weight.Gap);
        Assert.Equal(index.Count, index.Entries.Count());
        Assert.True(index.Count > 1);
    }

    [Theory]
    [MemberData(nameof(LayerCorpus.Names), MemberType = typeof(LayerCorpus))]
    public async Task Mutated_layers_are_refused_or_weighed_and_nothing_else(string name)
    {
        var layer = LayerCorpus.Read(name);
        // A seed a file, so that a new file changes nothing for the others.
        var random = new Random(name.Sum(x => x));
        for (var round = 0; round < Rounds; round++)
        {
            var mutated = LayerCorpus.Mutate(layer, random);
            try
            {
                var (weight, index) = await PassAsync(mutated);
                Assert.True(weight.IsCompressed || weight.UnpackedBytes == mutated.Length);
                Assert.Equal(index.Count, index.Entries.Count());
                Assert.All(index.Entries, x => Assert.InRange(x.Bytes, 0, weight.UnpackedBytes));
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or InputException)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    private static async Task<(LayerWeight Weight, Nuke.DockerSlim.Inspecting.LayerIndex Index)> PassAsync(byte[] layer)
    {
        // A reader that hangs is a fault, too.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var pass = await new LayerPass(OciTar.DigestOf(layer), layer.Length).ReadAsync(
            new PipeStream(new MemoryStream(layer)),
            limit.Token
        );
        return (pass.Weight, pass.Index);
    }
}
