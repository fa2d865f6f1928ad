using System.Text;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Publishing;

public sealed class PushHistoryTests
{
    [Fact]
    public void The_image_that_held_a_tag_and_those_before_it_are_remembered_by_that_tag()
    {
        var first = PushHistory.Next(Image('1'), Holding("main", null), null);
        var second = PushHistory.Next(Image('2'), Holding("main", first), null);
        var third = PushHistory.Next(Image('3'), Holding("main", second), null);
        Assert.Equal("3 2 1", Names(third, "main"));
        Assert.Equal("3", Names(third, "other"));
        Assert.Empty(first.Tags);
    }

    [Fact]
    public void The_same_image_again_is_no_step()
    {
        var first = PushHistory.Next(Image('1'), Holding("main", null), null);
        var second = PushHistory.Next(Image('2'), Holding("main", first), null);
        Assert.Equal("2 1", Names(PushHistory.Next(Image('2'), Holding("main", second), second), "main"));
    }

    [Fact]
    public void An_image_that_comes_back_has_the_one_between_in_its_history()
    {
        var first = PushHistory.Next(Image('1'), Holding("main", null), null);
        var second = PushHistory.Next(Image('2'), Holding("main", first), null);
        Assert.Equal("1 2 1", Names(PushHistory.Next(Image('1'), Holding("main", second), first), "main"));
    }

    [Fact]
    public void What_other_tags_know_of_the_image_stays()
    {
        var first = PushHistory.Next(Image('1'), Holding("main", null), null);
        var second = PushHistory.Next(Image('2'), Holding("main", first), null);
        var released = PushHistory.Next(Image('2'), Holding("release", null), second);
        Assert.Equal(("2 1", "2"), (Names(released, "main"), Names(released, "release")));
    }

    [Fact]
    public void Two_pushes_that_race_each_have_what_both_saw()
    {
        var before = PushHistory.Next(Image('1'), Holding("main", null), null);
        Assert.Equal("2 1", Names(PushHistory.Next(Image('2'), Holding("main", before), null), "main"));
        Assert.Equal("3 1", Names(PushHistory.Next(Image('3'), Holding("main", before), null), "main"));
    }

    [Fact]
    public void No_more_than_fifty_are_remembered()
    {
        PushHistory? history = null;
        for (var i = 0; i < 60; i++)
            history = PushHistory.Next(Image("0123456789abcdef"[i % 16], i), Holding("main", history), null);
        Assert.Equal(51, history!.Of("main").Count);
        Assert.Equal(59, history.Of("main")[0].Download!.Value.Bytes);
        Assert.Equal(9, history.Of("main")[^1].Download!.Value.Bytes);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var history = PushHistory.Next(Image('2'), Holding("main", PushHistory.Next(Image('1'), Holding("main", null), null)), null);
        var read = PushHistoryJson.Read(PushHistoryJson.ToBytes(history), out var isNewer)!;
        Assert.False(isNewer);
        Assert.Equal(history.Of("main"), read.Of("main"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":"1"}""")]
    [InlineData("""{"schemaVersion":1}""")]
    [InlineData("""{"schemaVersion":1,"image":null}""")]
    [InlineData("""{"schemaVersion":1,"image":{"digest":"nonsense","measuredAt":"2026-11-21T19:00:00Z"}}""")]
    [InlineData("""{"schemaVersion":1,"image":7,"tags":[]}""")]
    public void What_is_none_is_not_read(string json)
    {
        Assert.Null(PushHistoryJson.Read(Encoding.UTF8.GetBytes(json), out var isNewer));
        Assert.False(isNewer);
    }

    [Fact]
    public void A_newer_one_is_told_apart()
    {
        Assert.Null(PushHistoryJson.Read("""{"schemaVersion":2,"image":"of any shape"}"""u8.ToArray(), out var isNewer));
        Assert.True(isNewer);
    }

    [Fact]
    public void Changes_are_against_the_image_before_and_a_chart_starts_with_the_oldest()
    {
        PastImage[] images =
        [
            Image('3', 70),
            Image('2', 100) with
            {
                Revision = "0123456789",
            },
            Image('1', 90),
            Image('0') with
            {
                Download = null,
            },
        ];
        var history = new TagHistory { Reference = "shop:main", Images = TagHistory.Steps(images, 3) };
        Assert.Equal([-30, 10, null], history.Images.Select(x => x.DownloadChange?.Bytes));
        Assert.Equal([("1111111", 90), ("0123456", 100), ("3333333", 70)], history.Points());
        Assert.Equal(-30, Assert.Single(TagHistory.Steps(images, 1)).DownloadChange!.Value.Bytes);
    }

    private static Dictionary<string, PushHistory?> Holding(string tag, PushHistory? history) => new() { [tag] = history };

    private static PastImage Image(char digest, long bytes = 1) =>
        new()
        {
            Digest = Samples.Digest(digest),
            MeasuredAt = new DateTimeOffset(2026, 11, 21, 19, 0, 0, TimeSpan.Zero),
            Download = new(bytes),
        };

    private static string Names(PushHistory history, string tag) =>
        string.Join(' ', history.Of(tag).Select(x => x.Digest.Value["sha256:".Length]));
}
