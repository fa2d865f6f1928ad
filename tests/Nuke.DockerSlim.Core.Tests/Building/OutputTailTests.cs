using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class OutputTailTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void The_end_is_kept_however_the_pieces_are_cut(int piece)
    {
        var all = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 300).Select(x => $"{x:000} ")));
        var tail = new OutputTail(100);
        foreach (var part in all.Chunk(piece))
            tail.Append(part);
        Assert.Equal(Encoding.ASCII.GetString(all[^100..]), tail.ToText());
    }

    [Fact]
    public void What_is_less_than_that_is_kept_whole()
    {
        var tail = new OutputTail(100);
        Assert.Equal("", tail.ToText());
        tail.Append("größe"u8);
        Assert.Equal("größe", tail.ToText());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_character_that_the_beginning_cut_is_left_out(int most)
    {
        var tail = new OutputTail(most);
        tail.Append("✓✓✓"u8);
        Assert.Equal("✓", tail.ToText());
    }

    [Fact]
    public void Bytes_that_are_no_text_at_all_stay_visible()
    {
        var tail = new OutputTail(8);
        tail.Append(Enumerable.Repeat((byte)0x80, 20).ToArray());
        Assert.Equal(new string('\uFFFD', 5), tail.ToText());
    }
}
