using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class StringEnumTests
{
    [Fact]
    public void A_known_value_has_its_text_on_the_wire()
    {
        StringEnum<CheckConclusion> conclusion = CheckConclusion.TimedOut;

        Assert.Equal("timed_out", conclusion.StringValue);
        Assert.Equal("timed_out", conclusion.ToString());
        Assert.Equal(CheckConclusion.TimedOut, conclusion.Value);
    }

    [Fact]
    public void A_text_is_parsed_when_it_is_asked_for()
    {
        Assert.Equal(CheckConclusion.TimedOut, new StringEnum<CheckConclusion>("timed_out").Value);
        Assert.Equal(CheckConclusion.TimedOut, new StringEnum<CheckConclusion>("TimedOut").Value);
        Assert.True(new StringEnum<CheckConclusion>("success").TryParse(out var value));
        Assert.Equal(CheckConclusion.Success, value);
    }

    [Fact]
    public void An_unknown_text_is_kept_and_has_no_value()
    {
        var conclusion = new StringEnum<CheckConclusion>("brand_new");

        Assert.Equal("brand_new", conclusion.StringValue);
        Assert.False(conclusion.TryParse(out _));
        Assert.Throws<ArgumentException>(() => conclusion.Value);
    }

    [Fact]
    public void Equal_texts_are_equal_in_any_case()
    {
        StringEnum<CheckConclusion> conclusion = CheckConclusion.TimedOut;

        Assert.True(conclusion == "timed_out");
        Assert.True(conclusion == CheckConclusion.TimedOut);
        Assert.True(conclusion != CheckConclusion.Success);
        Assert.True(conclusion.Equals(new StringEnum<CheckConclusion>("TIMED_OUT")));
        Assert.Equal(conclusion.GetHashCode(), new StringEnum<CheckConclusion>("TIMED_OUT").GetHashCode());
    }

    [Fact]
    public void A_text_must_be_there()
    {
        Assert.Throws<ArgumentNullException>(() => new StringEnum<CheckConclusion>(null!));
        Assert.Throws<ArgumentException>(() => new StringEnum<CheckConclusion>(""));
    }

    [Fact]
    public async Task An_answer_with_an_unknown_text_can_still_be_read()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":4,"status":"brand_new"}"""));

        var run = await server.Client.Check.Run.Get("o", "r", 4);

        Assert.Equal("brand_new", run.Status.StringValue);
        Assert.False(run.Status.TryParse(out _));
    }
}
