using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Building;

public sealed class BuildTraceRecorderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly BuildTraceRecorder _recorder = new();

    [Fact]
    public void Vertices_stay_in_the_order_they_were_first_named()
    {
        Told("b");
        Told("a");
        Told("b", from: 0, to: 1);
        Assert.Equal(["b", "a"], _recorder.ToTrace().Vertices.Select(x => x.Id));
    }

    [Fact]
    public void A_vertex_told_again_keeps_what_was_said_before()
    {
        _recorder.Record(new ProgressEvent.VertexChanged("a", "x", ["b"], null, null, true, ""));
        _recorder.Record(new ProgressEvent.VertexChanged("a", "x", [], null, null, false, "gone"));
        _recorder.Record(new ProgressEvent.VertexChanged("a", "x", [], null, null, false, ""));
        var vertex = Assert.Single(_recorder.ToTrace().Vertices);
        Assert.Equal((true, "gone"), (vertex.Cached, vertex.Error));
        Assert.Equal(["b"], vertex.Inputs);
    }

    [Fact]
    public void An_interval_told_twice_counts_once()
    {
        Told("a", from: 0);
        Told("a", from: 0, to: 3);
        Told("a", from: 0, to: 3);
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Single(_recorder.ToTrace().Vertices).Duration);
    }

    [Fact]
    public void A_step_that_another_build_had_begun_counts_from_this_builds_begin()
    {
        Told("before", from: 0, to: 1);
        Told("shared", from: 1, to: 6);
        Told("own", from: 5, to: 7);
        Assert.Equal([1, 5, 2], Seconds());
        _recorder.Record(
            new ProgressEvent.VertexChanged(
                "definition",
                "[internal] load build definition from Dockerfile",
                [],
                Start.AddSeconds(4),
                Start.AddSeconds(5),
                false,
                ""
            )
        );
        Assert.Equal([0, 2, 2, 1], Seconds());
        Assert.All(_recorder.ToTrace().Vertices, x => Assert.Single(x.Intervals));

        IEnumerable<double> Seconds() => _recorder.ToTrace().Vertices.Select(x => x.Duration.TotalSeconds);
    }

    [Fact]
    public void A_second_interval_of_a_local_source_is_added()
    {
        Told("a", from: 0, to: 1);
        Told("a", from: 5, to: 7);
        var vertex = Assert.Single(_recorder.ToTrace().Vertices);
        Assert.Equal(2, vertex.Intervals.Count);
        Assert.Equal(TimeSpan.FromSeconds(3), vertex.Duration);
    }

    [Theory]
    [InlineData(new[] { 0, 4, 2, 6 }, 6)]
    [InlineData(new[] { 2, 6, 0, 4 }, 6)]
    [InlineData(new[] { 0, 9, 2, 3 }, 9)]
    [InlineData(new[] { 0, 1, 1, 2 }, 2)]
    [InlineData(new[] { 3, 3 }, 0)]
    [InlineData(new int[0], 0)]
    public void Overlapping_intervals_count_once(int[] ends, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            Interval.Union(ends.Chunk(2).Select(x => new Interval(Start.AddSeconds(x[0]), Start.AddSeconds(x[1]))))
        );

    [Fact]
    public void Text_and_warnings_are_kept_in_order()
    {
        var warning = new ProgressEvent.WarningRaised("w", "", 3);
        _recorder.Record(new ProgressEvent.TextWritten("one"));
        _recorder.Record(warning);
        _recorder.Record(new ProgressEvent.StatusChanged("a", "pull", 1, 2, null, null));
        _recorder.Record(new ProgressEvent.TextWritten("two"));
        Assert.Equal(["one", "two"], _recorder.ToTrace().Text);
        Assert.Equal([warning], _recorder.ToTrace().Warnings);
    }

    [Fact]
    public void Output_is_put_together_by_vertex()
    {
        Written("a", "one "u8);
        Written("b", "x"u8);
        Written("a", "two"u8);
        Assert.Equal("one two", _recorder.ToTrace().Output["a"]);
        Assert.Equal("x", _recorder.ToTrace().Output["b"]);
    }

    [Fact]
    public void A_character_cut_between_two_events_is_whole_again()
    {
        var bytes = "größe ✓"u8.ToArray();
        foreach (var x in bytes)
            Written("a", [x]);
        Assert.Equal("größe ✓", _recorder.ToTrace().Output["a"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced()
    {
        Written("a", [0x61, 0xff, 0x62]);
        Assert.Equal("a\ufffdb", _recorder.ToTrace().Output["a"]);
    }

    [Fact]
    public void Of_endless_output_the_end_is_kept()
    {
        for (var i = 0; i < 30_000; i++)
            Written("a", Encoding.UTF8.GetBytes($"{i:000000}\n"));
        var output = _recorder.ToTrace().Output["a"];
        Assert.Equal(65_536, output.Length);
        Assert.EndsWith("029998\n029999\n", output);
    }

    [Fact]
    public void The_vertex_that_failed_is_not_one_that_was_cancelled_with_it()
    {
        _recorder.Record(new ProgressEvent.VertexChanged("a", "a", [], null, null, false, "context canceled: context canceled"));
        Assert.Equal("a", _recorder.ToTrace().Failed?.Id);
        _recorder.Record(new ProgressEvent.VertexChanged("b", "b", [], null, null, false, "exit code: 1"));
        Assert.Equal("b", _recorder.ToTrace().Failed?.Id);
    }

    [Fact]
    public void A_step_that_another_build_did_counts_once()
    {
        _recorder.Record(new ProgressEvent.VertexChanged("given up", "[a 2/2] RUN make", [], null, null, false, ""));
        _recorder.Record(new ProgressEvent.VertexChanged("ran", "[a 2/2] RUN make", [], Start, Start.AddSeconds(1), false, ""));
        _recorder.Record(new ProgressEvent.VertexChanged("never", "[b 2/2] RUN test", [], null, null, false, ""));
        Assert.Equal(["ran", "never"], _recorder.ToTrace().Steps.Select(x => x.Id));
    }

    [Fact]
    public void A_trace_of_nothing_has_nothing()
    {
        Assert.Null(BuildTrace.Empty.Failed);
        Assert.Empty(BuildTrace.Empty.Steps);
        Assert.Empty(_recorder.ToTrace().Vertices);
    }

    private void Told(string id, int? from = null, int? to = null) =>
        _recorder.Record(
            new ProgressEvent.VertexChanged(
                id,
                id,
                [],
                from is { } start ? Start.AddSeconds(start) : null,
                to is { } end ? Start.AddSeconds(end) : null,
                false,
                ""
            )
        );

    private void Written(string id, ReadOnlySpan<byte> data) => _recorder.Record(new ProgressEvent.OutputWritten(id, data.ToArray()));
}
