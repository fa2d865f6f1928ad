using System.Text;
using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class ByteLinesTests
{
    private readonly List<string> _lines = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public async Task Lines_are_put_together_however_the_pieces_are_cut(int piece)
    {
        await using var lines = Lines();

        foreach (var part in Encoding.UTF8.GetBytes("one\r\n\ngröße ✓\nlast").Chunk(piece))
            await lines.WriteAsync(part, CancellationToken.None);
        lines.Complete();

        Assert.Equal(["one", "", "größe ✓", "last"], _lines);
    }

    [Fact]
    public async Task Completing_adds_no_line_after_a_whole_one()
    {
        await using var lines = Lines();

        lines.Write("one\n"u8);
        lines.Complete();
        lines.Complete();

        Assert.Equal(["one"], _lines);
    }

    [Fact]
    public async Task A_line_without_an_end_comes_in_pieces()
    {
        var lengths = new List<int>();
        await using var lines = new ByteLines(x => lengths.Add(x.Length));

        var megabyte = new byte[1 << 20];
        for (var i = 0; i < 70; i++)
            await lines.WriteAsync(megabyte, CancellationToken.None);
        lines.Complete();

        Assert.Equal([ByteLines.LongestLine, ByteLines.LongestLine, 6 << 20], lengths);
    }

    private ByteLines Lines() => new(x => _lines.Add(Encoding.UTF8.GetString(x.Span)));
}
