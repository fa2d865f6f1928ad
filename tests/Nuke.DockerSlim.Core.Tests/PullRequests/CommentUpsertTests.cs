using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class CommentUpsertTests
{
    private const string Bot = "github-actions[bot]";
    private static readonly CommentMarker Marker = new("shop");
    private static readonly string Old = $"{Marker.Line}\nshop is 80.0 MB";
    private static readonly string New = $"{Marker.Line}\nshop is 79.0 MB";
    private readonly CommentStore _store = new();

    [Fact]
    public async Task The_first_run_writes_one()
    {
        _store.Add("octavia", "Looks good.");
        var writer = _store.As();

        var result = await RunAsync(writer, New);

        var comment = _store.All[^1];
        Assert.Equal((Bot, New), (comment.Author, comment.Body));
        Assert.Equal(new CommentResult(CommentAction.Created, comment.Address), result);
        Assert.Equal(["list", "create", "list"], writer.Asked);
    }

    [Fact]
    public async Task A_later_run_changes_it_in_two_requests()
    {
        var comment = _store.Add(Bot, Old);
        var writer = _store.As();

        var result = await RunAsync(writer, New);

        Assert.Equal(new CommentResult(CommentAction.Updated, comment.Address), result);
        Assert.Equal(New, Assert.Single(_store.All).Body);
        Assert.Equal(["list", "update"], writer.Asked);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}\r\n")]
    public async Task The_same_text_is_not_written_again(string stored)
    {
        _store.Add(Bot, string.Format(null, stored, New).ReplaceLineEndings("\r\n"));
        var writer = _store.As();

        Assert.Equal(CommentAction.Unchanged, (await RunAsync(writer, New)).Action);
        Assert.Equal(["list"], writer.Asked);
    }

    [Fact]
    public async Task Nobody_elses_comment_is_touched()
    {
        _store.Add("mallory", Old);
        _store.Add(Bot, $"Somebody said:\n{Old}");
        _store.Add(Bot, Old.Replace("slim:shop", "slim:till", StringComparison.Ordinal));
        var before = _store.All;

        await RunAsync(_store.As(), New);

        Assert.Equal(before, _store.All.Take(3));
        Assert.Equal(4, _store.All.Count);
    }

    [Fact]
    public async Task With_a_persons_token_only_that_persons_comment_is_ours()
    {
        _store.Add(Bot, Old);
        var own = _store.Add("Octavia", Old);
        var writer = _store.As("octavia");

        await RunAsync(writer, New);

        Assert.Equal([Old, New], _store.All.Select(x => x.Body));
        Assert.Equal(own.Id, _store.All[1].Id);
        Assert.Equal(["list", "user", "update"], writer.Asked);
    }

    [Fact]
    public async Task It_is_found_on_a_later_page_and_no_further_ones_are_read()
    {
        var store = new CommentStore(pageLength: 2);
        for (var i = 0; i < 7; i++)
            store.Add(i == 3 ? Bot : "octavia", i == 3 ? Old : "text");
        var writer = store.As();

        Assert.Equal(CommentAction.Updated, (await RunAsync(writer, New)).Action);
        Assert.Equal(["list", "list", "update"], writer.Asked);
    }

    [Fact]
    public async Task Duplicates_that_an_aborted_run_left_are_taken_away()
    {
        var first = _store.Add(Bot, Old);
        _store.Add(Bot, Old);
        _store.Add(Bot, New);

        await RunAsync(_store.As(), New);

        Assert.Equal((first.Id, New), (Assert.Single(_store.All).Id, _store.All[0].Body));
    }

    [Fact]
    public async Task Where_none_is_wanted_none_is_written_and_an_old_one_is_brought_up_to_date()
    {
        Assert.Equal(new CommentResult(CommentAction.Left, null), await RunAsync(_store.As(), New, mayCreate: false));
        Assert.Empty(_store.All);

        _store.Add(Bot, Old);

        Assert.Equal(CommentAction.Updated, (await RunAsync(_store.As(), New, mayCreate: false)).Action);
    }

    [Fact]
    public async Task A_comment_that_was_written_although_the_answer_was_lost_is_not_written_again()
    {
        var writer = _store.As();
        writer.Written = () => throw CommentStore.Unavailable();

        Assert.Equal(CommentAction.Unchanged, (await RunAsync(writer, New)).Action);
        Assert.Single(_store.All);
    }

    [Fact]
    public async Task A_server_that_never_takes_it_is_given_up()
    {
        var writer = _store.As();
        writer.Before = what => what == "create" ? throw CommentStore.Unavailable() : Task.CompletedTask;

        await Assert.ThrowsAsync<CommentFailedException>(() => RunAsync(writer, New));
        Assert.InRange(writer.Asked.Count, 2, 10);
    }

    [Fact]
    public async Task One_that_is_removed_between_finding_and_changing_is_written_anew()
    {
        var gone = _store.Add(Bot, Old);
        var writer = _store.As();
        writer.Before = what =>
        {
            if (what.StartsWith("update", StringComparison.Ordinal))
                _store.Remove(gone.Id);
            return Task.CompletedTask;
        };

        Assert.Equal(CommentAction.Created, (await RunAsync(writer, New)).Action);
        Assert.Equal(New, Assert.Single(_store.All).Body);
    }

    [Fact]
    public async Task A_server_that_pages_for_ever_is_not_followed()
    {
        var endless = new CommentStore(pageLength: 1);
        for (var i = 0; i < 150; i++)
            endless.Add("octavia", "text");

        var failure = await Assert.ThrowsAsync<CommentFailedException>(() => RunAsync(endless.As(), New));

        Assert.Contains("more than 100 pages", failure.Message);
    }

    [Fact]
    public async Task A_text_without_the_marker_is_a_mistake_of_ours() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(_store.As(), "shop"));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_jobs_race_exactly_one_comment_is_left(int jobs)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var store = new CommentStore(pageLength: 2);
            store.Add("octavia", "text");
            if (seed % 3 == 0)
                store.Add(Bot, Old);

            await Task.Run(() => RaceAsync(store, jobs, new Random(seed)));

            var left = Assert.Single(store.All, x => x.Author == Bot);
            Assert.StartsWith($"{Marker.Line}\njob ", left.Body);
        }
    }

    // Each request waits until it is drawn, so that the same seed is the same order of events.
    private static async Task RaceAsync(CommentStore store, int jobs, Random random)
    {
        var waiting = new List<TaskCompletionSource>();
        var runs = Enumerable
            .Range(0, jobs)
            .Select(job =>
            {
                var writer = store.As();
                writer.Before = _ =>
                {
                    var turn = new TaskCompletionSource();
                    waiting.Add(turn);
                    return turn.Task;
                };
                return RunAsync(writer, $"{Marker.Line}\njob {job}");
            })
            .ToArray();
        while (waiting.Count > 0)
        {
            var turn = waiting[random.Next(waiting.Count)];
            waiting.Remove(turn);
            turn.SetResult();
        }
        await Task.WhenAll(runs);
    }

    private static Task<CommentResult> RunAsync(CommentStore.Writer writer, string text, bool mayCreate = true) =>
        new CommentUpsert(writer, Marker).RunAsync(text, mayCreate, CancellationToken.None);
}
