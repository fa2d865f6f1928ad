using System.Text;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Tests.Hosting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class LayerVisitorsTests
{
    private static readonly byte[] Tar = new SyntheticTar().File("a.txt", "first"u8).File("b.bin", "second"u8).File("c.txt", []).ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(int.MaxValue)]
    public void Each_sees_every_entry_and_the_content_that_it_wants(int piece)
    {
        var (all, texts, none) = (new Witness(""), new Witness(".txt"), new Witness("nothing"));
        var scanner = new TarScanner(new LayerVisitors([all, texts, none]));
        foreach (var bytes in Tar.Chunk(piece))
            scanner.Append(bytes);
        scanner.Complete();

        Assert.Equal("[a.txt first][b.bin second][c.txt ]", all.Seen.ToString());
        Assert.Equal("[a.txt first][b.bin ][c.txt ]", texts.Seen.ToString());
        Assert.Equal("[a.txt ][b.bin ][c.txt ]", none.Seen.ToString());
    }

    [Fact]
    public async Task A_further_visitor_of_a_layer_changes_nothing_of_what_it_weighs_and_holds()
    {
        var witness = new Witness("");
        var alone = await new LayerPass(OciTar.DigestOf(Tar), Tar.Length).ReadAsync(new MemoryStream(Tar), default);
        var watched = await new LayerPass(OciTar.DigestOf(Tar), Tar.Length, witness).ReadAsync(new MemoryStream(Tar), default);

        Assert.Equal(alone.Weight, watched.Weight);
        Assert.Equal(alone.Index.Entries, watched.Index.Entries);
        Assert.Equal("[a.txt first][b.bin second][c.txt ]", witness.Seen.ToString());
    }

    private sealed class Witness(string ending) : ILayerVisitor
    {
        public StringBuilder Seen { get; } = new();

        public bool Begin(in TarEntry entry)
        {
            var path = Encoding.UTF8.GetString(entry.Path);
            Seen.Append('[').Append(path).Append(' ');
            return path.EndsWith(ending, StringComparison.Ordinal);
        }

        public void Content(ReadOnlySpan<byte> bytes) => Seen.Append(Encoding.UTF8.GetString(bytes));

        public void End() => Seen.Append(']');
    }
}
