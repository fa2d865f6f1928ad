using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class LiveProgressTests
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _log = new();

    [Fact]
    public void A_log_has_one_line_a_finished_step()
    {
        using (var live = Log())
        {
            live.Report(LiveEvents.Vertex("a", "[internal] load build definition from Dockerfile", 0, 0.01));
            live.Report(LiveEvents.Vertex("b", "[deps 1/4] FROM node:20-bookworm-slim", 0, 4.2));
            live.Report(LiveEvents.Vertex("c", "[deps 2/4] WORKDIR /app", 0, 0.01));
            live.Report(LiveEvents.Vertex("d", "[deps 3/4] COPY package.json ./", 1, 1.02, cached: true));
            live.Report(
                LiveEvents.Vertex("e", "[deps 4/4] RUN --mount=type=cache,target=/home/node/.npm npm ci --no-audit --no-fund", 2, null)
            );
            live.Report(new ProgressEvent.OutputWritten("e", "never shown in a log"u8.ToArray()));
            live.Report(
                LiveEvents.Vertex("e", "[deps 4/4] RUN --mount=type=cache,target=/home/node/.npm npm ci --no-audit --no-fund", 2, 14.3)
            );
            live.Complete(SampleReports.Build(18_512, 2, 1));
        }
        GoldenFile.Holds("live-log.txt", _log.ToString());
    }

    [Fact]
    public void A_log_tells_now_and_then_that_a_long_step_still_runs()
    {
        using var live = Log(BuildScenario.Test);
        live.Report(LiveEvents.Vertex("a", "[test 1/1] RUN npm test", 0, null));
        _time.Advance(200);
        Assert.Equal(["15 s so far", "30 s so far", "45 s so far", "60 s so far", "120 s so far", "180 s so far"], States());
    }

    [Fact]
    public void A_log_tells_bytes_and_the_last_line_of_what_takes_long()
    {
        using (var live = Log())
        {
            live.Report(LiveEvents.Vertex("a", "[deps 1/4] FROM node:20-bookworm-slim", 0, null));
            live.Report(LiveEvents.Moved("a", "sha256:1", 53_000_000, 61_000_000));
            live.Report(LiveEvents.Vertex("b", "[deps 2/4] RUN npm ci", 0, null));
            live.Report(LiveEvents.Written("b", "fetching\r\e[2Kadded 312 packages ::error::\n"));
            live.Report(LiveEvents.Vertex("c", "exporting to image", 0, null));
            live.Report(LiveEvents.Moved("c", "exporting layers", 0, 0));
            _time.Advance(31);
            live.Report(LiveEvents.Moved("a", "sha256:1", 61_000_000, 61_000_000, isDone: true));
            live.Report(LiveEvents.Vertex("a", "[deps 1/4] FROM node:20-bookworm-slim", 0, 31));
        }
        GoldenFile.Holds("live-log-long.txt", _log.ToString());
    }

    [Fact]
    public void A_log_of_several_builds_names_the_image_in_each_line()
    {
        var display = new LiveDisplay(_log, new(), _time);
        using (var shop = display.Start(BuildScenario.Cold, "shop"))
        using (var orders = display.Start(BuildScenario.Test, "orders-api linux/arm64"))
        {
            shop.Report(LiveEvents.Vertex("a", "[deps 1/1] RUN npm ci", 0, 3));
            orders.Report(LiveEvents.Vertex("a", "[test 1/1] RUN npm test", 0, 3, cached: true));
        }
        Assert.Equal(
            """
            shop: cold production build …
            orders-api linux/arm64: test build …
              shop cold [deps 1/1] RUN npm ci                                          3.0 s
              orders-api linux/arm64 test [test 1/1] RUN npm test                     CACHED
            orders-api linux/arm64: test build: stopped after 0.00 s
            shop: cold production build: stopped after 0.00 s

            """,
            _log.ToString()
        );
    }

    [Fact]
    public void A_log_tells_what_failed_and_what_was_cancelled_by_it()
    {
        using (var live = Log(BuildScenario.Edited))
        {
            live.Report(
                LiveEvents.Vertex("a", "[test 1/2] RUN npm test", 0, 3.5, error: "process \"npm test\" did not complete: exit code: 1")
            );
            live.Report(LiveEvents.Vertex("b", "[builder 1/2] RUN npm run build", 0, 3.4, error: "context canceled"));
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
        live.Report(LiveEvents.Vertex("a", "[internal] load build context", 0, 1.5));
        live.Report(LiveEvents.Vertex("a", "[internal] load build context", 2, 4));
        Assert.Equal(["1.5 s"], States());
    }

    [Fact]
    public void Nothing_in_a_log_is_a_command_or_a_control_character()
    {
        using (var live = Log(BuildScenario.Cold, "::error::x"))
            live.Report(LiveEvents.Vertex("a", "[::error 1/1] RUN \e[2J::add-mask::x\r\n::set-env name=PATH::/evil ##[group]x", 0, 2));
        Assert.DoesNotContain(_log.ToString(), x => char.IsControl(x) && x != '\n');
        Assert.DoesNotContain(_log.ToString().Split('\n'), x => x.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain("##[", _log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reader_that_went_away_does_not_end_the_build(bool interactive)
    {
        using var closed = new StreamWriter(new MemoryStream(), Encoding.UTF8) { AutoFlush = true };
        closed.Dispose();
        using var live = new LiveDisplay(closed, new() { Interactive = interactive }, _time).Start(BuildScenario.Cold, null);
        live.Report(LiveEvents.Vertex("a", "[deps 2/2] RUN npm ci", 1, 2));
        _time.Advance(20);
    }

    private LiveProgress Log(BuildScenario scenario = BuildScenario.Cold, string? image = null) =>
        new LiveDisplay(_log, new(), _time).Start(scenario, image);

    private IEnumerable<string> States() =>
        _log.ToString().Split('\n').Where(x => x.StartsWith("  ", StringComparison.Ordinal)).Select(x => x[60..].Trim());
}
