using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>What becomes of tags where a push does not go through.</summary>
public sealed class TagFateTests : PushTest
{
    [Fact]
    public async Task A_registry_that_fails_at_the_second_tag_leaves_the_first_in_report_and_message()
    {
        await JudgedAsync();
        Ports.Move = x =>
        {
            if (x.Tag == "latest")
                throw new EngineException("The registry refused.");
        };
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(
            ["The registry refused.", "    Moved before that: acme/shop:1.", "    Not moved: acme/shop:latest."],
            e.Message.Split(Environment.NewLine)
        );
        Assert.Equal(["1"], Measured.Push.Tags);
        Assert.Equal([TagState.Moved, TagState.Untouched], States);
        Assert.False(Measured.Push.Pushed);
    }

    [Fact]
    public async Task A_push_that_broke_off_is_finished_by_the_next()
    {
        await JudgedAsync();
        var isBroken = true;
        Ports.Move = x =>
        {
            if (x.Tag == "latest" && isBroken)
                throw new EngineException("The registry refused.");
        };
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        RunConclusion.Write(Work, e);
        isBroken = false;
        Take(Work.Target.Definition).Resume();
        Assert.True(await Pipeline.PushAsync(Work, default));
        Assert.Equal([TagState.AlreadyThere, TagState.Moved], States);
        Assert.True(Measured.Push.Pushed);
    }

    [Fact]
    public async Task A_registry_that_fails_at_the_upload_has_moved_no_tag()
    {
        await JudgedAsync();
        Ports.Upload = _ => throw new EngineException("The registry refused.");
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal("The registry refused.", e.Message);
        Assert.Equal([TagState.Untouched, TagState.Untouched], States);
    }

    [Fact]
    public async Task Another_image_in_the_registry_is_an_error_before_any_tag_is_moved()
    {
        await JudgedAsync();
        Ports.Held = _ => Published(Samples.Digest('d'));
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith($"acme/shop@{Samples.Digest('e')} holds another image than the one that was tested", e.Message);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("move", StringComparison.Ordinal));
        Assert.Null(Measured.Push.Digest);
    }

    [Fact]
    public async Task A_tag_that_the_registry_failed_at_after_taking_it_is_told_by_asking_again()
    {
        await JudgedAsync();
        Ports.Moved = _ => throw new EngineException("The registry broke off.");
        await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal([TagState.Moved, TagState.Untouched], States);
    }

    [Fact]
    public async Task A_registry_that_dies_in_the_middle_leaves_a_tag_that_nobody_is_sure_of()
    {
        await JudgedAsync();
        var isDead = false;
        Ports.Asked = x =>
        {
            if (isDead)
                throw new EngineException("The registry is gone.");
        };
        Ports.Moved = x => isDead = x.Tag == "latest";
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal(
            [
                "The registry is gone.",
                "    Moved before that: acme/shop:1.",
                "    Moved or not, the registry did not say: acme/shop:latest.",
            ],
            e.Message.Split(Environment.NewLine)
        );
        Assert.Equal([TagState.Moved, TagState.Unsure], States);
    }

    [Fact]
    public async Task What_was_moved_is_put_back_when_a_tag_turns_out_to_stand_for_something_else()
    {
        await JudgedAsync();
        Ports.Tags["acme/shop:1"] = Samples.Digest('7');
        Ports.Moved = x =>
        {
            if (x.Tag == "latest")
                Ports.Tags["acme/shop:latest"] = Samples.Digest('8');
        };
        var e = await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.StartsWith($"acme/shop:latest stands for {Samples.Digest('8')} after it was moved to {Samples.Digest('e')}", e.Message);
        Assert.Contains("    Put back to what they stood for: acme/shop:1.", e.Message);
        Assert.Equal([TagState.PutBack, TagState.Another], States);
        Assert.Equal((Samples.Digest('7'), Samples.Digest('8')), (Ports.Tags["acme/shop:1"], Ports.Tags["acme/shop:latest"]));
        Assert.False(Measured.Push.Pushed);
    }

    [Theory]
    [InlineData(true, TagState.PutBack)]
    [InlineData(false, TagState.Moved)]
    public async Task A_tag_that_was_not_there_before_is_taken_away_where_the_registry_can(bool removes, TagState state)
    {
        await JudgedAsync();
        Ports.RemovesTags = removes;
        Ports.Moved = x =>
        {
            if (x.Tag == "latest")
                Ports.Tags.Remove("acme/shop:latest");
        };
        await Assert.ThrowsAsync<EngineException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal([state, TagState.Another], States);
    }

    [Fact]
    public async Task A_tag_is_in_the_report_before_it_is_written()
    {
        await JudgedAsync();
        Ports.Move = _ => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Pipeline.PushAsync(Work, default));
        Assert.Equal([TagState.Unsure, TagState.Untouched], States);
    }
}
