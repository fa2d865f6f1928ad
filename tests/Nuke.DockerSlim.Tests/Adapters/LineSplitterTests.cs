using System.Text;
using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class LineSplitterTests
{
    private readonly List<string> _lines = [];

    [Fact]
    public async Task Lines_are_put_together_from_pieces()
    {
        await using var splitter = Splitter();

        Write(splitter, "one\ntw");
        Assert.Equal(["one"], _lines);
        Write(splitter, "o\r\nthree");
        Assert.Equal(["one", "two"], _lines);
        splitter.Complete();
        Assert.Equal(["one", "two", "three"], _lines);
    }

    [Fact]
    public async Task Completing_adds_no_line_after_a_whole_one()
    {
        await using var splitter = Splitter();

        Write(splitter, "one\n");
        splitter.Complete();

        Assert.Equal(["one"], _lines);
    }

    [Fact]
    public async Task A_letter_cut_in_two_is_one_letter()
    {
        await using var splitter = Splitter();

        foreach (var part in Encoding.UTF8.GetBytes("größer 大\n"))
            await splitter.WriteAsync((byte[])[part], CancellationToken.None);

        Assert.Equal(["größer 大"], _lines);
    }

    [Fact]
    public async Task Only_the_last_lines_are_kept()
    {
        await using var splitter = Splitter();

        for (var i = 1; i <= 20_000; i++)
            Write(splitter, $"a line of some length with the number {i}\n");

        Assert.Equal(20_000, _lines.Count);
        Assert.InRange(splitter.LastLines.Count, 5, 100);
        Assert.EndsWith("number 20000", splitter.LastLines[^1], StringComparison.Ordinal);
    }

    private static void Write(LineSplitter splitter, string text) => splitter.Write(Encoding.UTF8.GetBytes(text));

    private LineSplitter Splitter() => new(new Collector(_lines));

    private sealed class Collector(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
