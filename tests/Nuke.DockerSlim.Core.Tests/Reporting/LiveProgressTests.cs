using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class LiveProgressTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new();
    private readonly StringWriter _log = new();
    private readonly ScreenWriter _screen = new();

    [Fact]
    public void A_log_has_one_line_a_finished_step()
    {
        using (var live = Log())
        {
            live.Report(Vertex("a", "[internal] load build definition from Dockerfile", 0, 0.01));
            live.Report(Vertex("b", "[deps 1/4] FROM node:20-bookworm-slim", 0, 4.2));
            live.Report(Vertex("c", "[deps 2/4] WORKDIR /app", 0, 0.01));
            live.Report(Vertex("d", "[deps 3/4] COPY package.json ./", 1, 1.02, cached: true));
            live.Report(Vertex("e", "[deps 4/4] RUN --mount=type=cache,target=/home/node/.npm npm ci --no-audit --no-fund", 2, null));
            live.Report(new ProgressEvent.OutputWritten("e", "never shown in a log"u8.ToArray()));
            live.Report(Vertex("e", "[deps 4/4] RUN --mount=type=cache,target=/home/node/.npm npm ci --no-audit --no-fund", 2, 14.3));
            live.Complete(SampleReports.Build(18_512, 2, 1));
        }
        GoldenFile.Holds("live-log.txt", _log.ToString());
    }

    [Fact]
    public void A_log_tells_now_and_then_that_a_long_step_still_runs()
    {
        using var live = Log(BuildScenario.Test);
        live.Report(Vertex("a", "[test 1/1] RUN npm test", 0, null));
        _time.Advance(200);
        Assert.Equal(["15 s so far", "30 s so far", "45 s so far", "60 s so far", "120 s so far", "180 s so far"], States());
    }

    [Fact]
    public void A_log_tells_what_failed_and_what_was_cancelled_by_it()
    {
        using (var live = Log(BuildScenario.Edited))
        {
            live.Report(Vertex("a", "[test 1/2] RUN npm test", 0, 3.5, error: "process \"npm test\" did not complete: exit code: 1"));
            live.Report(Vertex("b", "[builder 1/2] RUN npm run build", 0, 3.4, error: "context canceled"));
            _time.Advance(4);
        }
        Assert.Equal(["failed after 3.5 s", "cancelled"], States());
        Assert.EndsWith("\nedited production build: failed after 4.0 s\n", _log.ToString());
    }

    [Fact]
    public void A_build_that_is_given_up_is_said_to_be_stopped()
    {
        using (var live = Log(BuildScenario.Release, "shop"))
            _time.Advance(2);
        Assert.Equal("shop: production build …\nshop: production build: stopped after 2.0 s\n", _log.ToString());
    }

    [Fact]
    public void A_local_source_that_runs_twice_is_told_once()
    {
        using var live = Log();
        live.Report(Vertex("a", "[internal] load build context", 0, 1.5));
        live.Report(Vertex("a", "[internal] load build context", 2, 4));
        Assert.Equal(["1.5 s"], States());
    }

    [Fact]
    public void Nothing_in_a_log_is_a_command_or_a_control_character()
    {
        using (var live = Log(BuildScenario.Cold, "::error::x"))
            live.Report(Vertex("a", "[::error 1/1] RUN \e[2J::add-mask::x\r\n::set-env name=PATH::/evil ##[group]x", 0, 2));
        Assert.DoesNotContain(_log.ToString(), x => char.IsControl(x) && x != '\n');
        Assert.DoesNotContain(_log.ToString().Split('\n'), x => x.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain("##[", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_what_runs_and_what_it_does()
    {
        _screen.Write("$ ./build.sh SlimImage\n");
        using var live = Region();
        live.Report(Vertex("a", "[deps 1/2] COPY package.json ./", 0, 0.02));
        live.Report(Vertex("b", "[deps 2/2] RUN npm ci", 1, null));
        live.Report(new ProgressEvent.OutputWritten("b", "\e[2K\radded 312 packages\e[0m\nin 9s ::error::"u8.ToArray()));
        live.Report(Vertex("c", "[internal] load build context", 1, null));
        live.Report(new ProgressEvent.StatusChanged("c", "transferring context:", 1_240_000, 0, Noon, null));
        live.Report(Vertex("d", "[production 1/2] FROM node:20", 1, null));
        live.Report(new ProgressEvent.StatusChanged("d", "sha256:1", 20_000_000, 28_000_000, Noon, null));
        live.Report(new ProgressEvent.StatusChanged("d", "sha256:2", 33_000_000, 33_000_000, Noon, Noon));
        _time.Advance(12.34);
        Assert.Equal(
            """
            $ ./build.sh SlimImage
            cold production build  1 of 2 steps                                      12.3 s
              [deps 2/2] RUN npm ci                                                  12.3 s
                in 9s : :error::
              [internal] load build context                                          12.3 s
                1.2 MB
              [production 1/2] FROM node:20                                          12.3 s
                53.0 MB of 61.0 MB
            """,
            _screen.Text
        );
        Assert.False(_screen.CursorVisible);
    }

    [Fact]
    public void A_terminal_keeps_one_line_of_a_finished_build()
    {
        _screen.Write("$ ./build.sh SlimImage\n");
        using (var live = Region())
        {
            live.Report(Vertex("a", "[deps 2/2] RUN npm ci", 1, null));
            _time.Advance(1);
            live.Report(Vertex("a", "[deps 2/2] RUN npm ci", 1, 3));
            live.Complete(SampleReports.Build(3_040, 1, 0));
        }
        using (var live = Region(scenario: BuildScenario.Warm))
            live.Complete(SampleReports.Build(190, 1, 1));
        Assert.Equal(
            "$ ./build.sh SlimImage\ncold production build: 3.0 s, 1 step, 0 cached\nwarm production build: 0.19 s, 1 step, 1 cached",
            _screen.Text
        );
        Assert.True(_screen.CursorVisible);
        Assert.Equal(0, _time.RunningTimers);
    }

    [Fact]
    public void A_terminal_is_drawn_in_one_write_and_ten_times_a_second_at_most()
    {
        using var live = Region();
        var before = _screen.Writes;
        for (var i = 0; i < 1000; i++)
            live.Report(Vertex($"{i}", $"[deps {i}/1000] RUN make {i}", 0, null));
        _time.Advance(1.05);
        Assert.Equal(10, _screen.Writes - before);
        Assert.Equal(10, _screen.Text.Split('\n').Length);
    }

    [Fact]
    public void A_terminal_that_is_resized_is_drawn_anew_over_all_rows_of_the_old_drawing()
    {
        var columns = 100;
        using var live = LiveProgress.Start(
            _screen,
            new() { Interactive = true, Size = () => (columns, 24) },
            BuildScenario.Cold,
            null,
            _time
        );
        live.Report(Vertex("a", "[deps 2/2] RUN npm ci " + new string('x', 200), 1, null));
        _time.Advance(1);
        Assert.All(_screen.Text.Split('\n'), x => Assert.Equal(99, x.Length));
        // Two lines of 99 columns take two rows each on 50 columns.
        _screen.Write("\n\n");
        columns = 50;
        _time.Advance(1);
        Assert.Equal(2, _screen.Text.Split('\n').Length);
        Assert.All(_screen.Text.Split('\n'), x => Assert.Equal(49, x.Length));
    }

    [Fact]
    public void The_size_of_a_terminal_may_be_nonsense()
    {
        using var live = LiveProgress.Start(_screen, new() { Interactive = true, Size = () => (0, 0) }, BuildScenario.Cold, "注文", _time);
        live.Report(Vertex("a", "[deps 2/2] RUN 注文サービスの依存関係を全部入れる", 1, null));
        _time.Advance(1);
        Assert.All(_screen.Text.Split('\n'), x => Assert.True(ColumnWidth.Of(x) < 20));
    }

    [Fact]
    public void Disposing_twice_or_reporting_late_changes_nothing()
    {
        var live = Region();
        live.Dispose();
        var text = _screen.Text;
        live.Dispose();
        live.Report(Vertex("a", "[deps 2/2] RUN npm ci", 1, null));
        _time.Advance(1);
        Assert.Equal(text, _screen.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reader_that_went_away_does_not_end_the_build(bool interactive)
    {
        using var closed = new StreamWriter(new MemoryStream(), Encoding.UTF8) { AutoFlush = true };
        closed.Dispose();
        using var live = LiveProgress.Start(closed, new() { Interactive = interactive }, BuildScenario.Cold, null, _time);
        live.Report(Vertex("a", "[deps 2/2] RUN npm ci", 1, 2));
        _time.Advance(20);
    }

    private LiveProgress Log(BuildScenario scenario = BuildScenario.Cold, string? image = null) =>
        LiveProgress.Start(_log, new(), scenario, image, _time);

    private LiveProgress Region(BuildScenario scenario = BuildScenario.Cold) =>
        LiveProgress.Start(_screen, new() { Interactive = true }, scenario, null, _time);

    private IEnumerable<string> States() =>
        _log.ToString().Split('\n').Where(x => x.StartsWith("  ", StringComparison.Ordinal)).Select(x => x[60..].Trim());

    private static ProgressEvent.VertexChanged Vertex(
        string id,
        string name,
        double started,
        double? completed,
        bool cached = false,
        string error = ""
    ) => new(id, name, [], Noon.AddSeconds(started), completed is { } end ? Noon.AddSeconds(end) : null, cached, error);
}
