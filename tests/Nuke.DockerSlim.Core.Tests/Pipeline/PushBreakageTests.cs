using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>A registry that dies at any one of the questions and orders of a push, before or after it did what it was asked, and is gone from there on.</summary>
public sealed class PushBreakageTests : PipelineTest
{
    private static readonly Digest Old = Samples.Digest('7');
    private static readonly Digest New = Samples.Digest('e');

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_tag_is_left_in_a_state_that_the_report_does_not_tell(bool afterwards)
    {
        await MeasuredAsync();
        ImagePipeline.Judge(Work);
        var good = Work.Report;
        var requests = await CountAsync();
        Assert.InRange(requests, 10, 100);

        for (var last = 0; last < requests; last++)
        {
            Begin(good);
            Die(last, afterwards);

            var failure = await Record.ExceptionAsync(() => Pipeline.PushAsync(Work, default));

            Ports.Asked = _ => { };
            Ports.Moved = _ => { };
            // What hangs on the image afterwards fails no push.
            Assert.True(failure is null ? Measured.Push.Pushed : failure is EngineException, $"{last}: {failure}");
            foreach (var move in Measured.Push.Moves)
                Assert.True(IsTrue(move), $"{last}: {move.Tag} is {move.State} and stands for {Held(move.Tag)}");
            Assert.True(Measured.Push.Moves.Count(x => x.State == TagState.Unsure) <= 1);
            Assert.Equal(Measured.Push.Pushed, Held("acme/shop:1") == New && Held("acme/shop:latest") == New && failure is null);

            RunConclusion.Write(Work, failure as DockerSlimException);
            if (Measured.Push.Moves.Count == 0)
                Begin(good);
            Assert.True(await Pipeline.PushAsync(Work, default), $"{last}: {Measured.Push.Withheld}");
            Assert.Equal((New, New), (Held("acme/shop:1"), Held("acme/shop:latest")));
        }
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        Begin(Work.Report);
        Ports.Asked = _ => count++;
        await Pipeline.PushAsync(Work, default);
        return count;
    }

    private void Begin(ImageReport report)
    {
        Ports.Asked = _ => { };
        Ports.Moved = _ => { };
        Ports.Tags.Clear();
        Ports.Tags["acme/shop:1"] = Old;
        Work.Update(report with { Push = new() });
    }

    private void Die(int last, bool afterwards)
    {
        var (count, isDead) = (0, false);
        Ports.Asked = _ =>
        {
            if (isDead || (count++ == last && !afterwards))
            {
                isDead = true;
                throw new EngineException("The registry is gone.");
            }
            // What it does last it does, and does not say so.
            isDead = count > last;
        };
        Ports.Moved = _ =>
        {
            if (isDead)
                throw new EngineException("The registry is gone.");
        };
    }

    private Digest? Held(string tag) => Ports.Tags.TryGetValue(tag, out var digest) ? digest : null;

    private bool IsTrue(TagMove move) =>
        move.State switch
        {
            TagState.Moved or TagState.AlreadyThere => Held(move.Tag) == New,
            TagState.Untouched => Held(move.Tag) == move.Before,
            TagState.Unsure => Held(move.Tag) == New || Held(move.Tag) == move.Before,
            _ => false,
        };
}
