using System.Text.Json;
using System.Xml.Linq;
using Gallery;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Gallery;

/// <summary>What a person reads of a gallery, to the character.</summary>
public sealed class GalleryTextTests
{
    [Theory, InlineData(80), InlineData(120)]
    public void In_a_terminal(int width)
    {
        var text = GalleryTable.Render(GalleryResults.Three, width);
        GoldenFile.Holds($"gallery-{width}.txt", text);
        Assert.All(text.Split('\n'), x => Assert.True(x.Length < width, x));
    }

    [Fact]
    public void As_a_page() => GoldenFile.Holds("gallery.md", GalleryMarkdown.Render(GalleryResults.Three));

    [Fact]
    public void As_a_chart()
    {
        var text = GalleryChart.Render(GalleryResults.Three);
        GoldenFile.Holds("gallery.svg", text);
        var bars = XDocument.Parse(text).Descendants().Where(x => x.Name.LocalName == "rect" && (string?)x.Attribute("height") == "16");
        Assert.Equal(4, bars.Count());
    }

    [Fact]
    public void A_chart_of_nothing_is_one() =>
        Assert.NotNull(XDocument.Parse(GalleryChart.Render(GalleryResults.Three with { Rows = [] })).Root);

    [Fact]
    public void As_data()
    {
        using var json = JsonDocument.Parse(GalleryJson.Render(GalleryResults.Three));
        var samples = json.RootElement.GetProperty("samples");
        Assert.Equal(3, samples.GetArrayLength());
        Assert.Equal(852_200_000, samples[0].GetProperty("naive").GetProperty("unpackedBytes").GetInt64());
        Assert.Equal(-99.25m, samples[0].GetProperty("unpackedPercent").GetDecimal());
        Assert.True(samples[0].GetProperty("claims")[0].GetProperty("isReached").GetBoolean());
        Assert.False(samples[1].GetProperty("claims")[0].GetProperty("isReached").GetBoolean());
        Assert.Equal(JsonValueKind.Null, samples[2].GetProperty("naive").GetProperty("unpackedBytes").ValueKind);
        Assert.Equal(JsonValueKind.Null, samples[2].GetProperty("multiStage").GetProperty("warmMilliseconds").ValueKind);
        Assert.Equal("server", json.RootElement.GetProperty("record").GetString());
    }
}
