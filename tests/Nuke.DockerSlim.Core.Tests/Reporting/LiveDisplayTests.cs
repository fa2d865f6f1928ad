using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>What a person sees on a terminal while builds run.</summary>
public sealed class LiveDisplayTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void It_shows_what_runs_and_what_it_does(int columns) => GoldenFile.Holds($"live-{columns}.txt", Shown(columns, new()));

    [Fact]
    public void It_is_readable_in_ASCII() => GoldenFile.Holds("live-ascii.txt", Shown(80, new() { Unicode = false }));

    [Fact]
    public void It_has_colours() => GoldenFile.Holds("live-colour.txt", Frame(new() { Colour = true }));

    [Fact]
    public void A_line_stays_of_each_step_that_ran_and_one_of_those_from_the_cache()
    {
        var terminal = new TestTerminal(100, 24);
        terminal.Write("$ ./build.sh SlimImage\n");
        var display = On(terminal);
        using (var live = display.Start(BuildScenario.Cold, null))
        {
            live.Report(LiveEvents.Vertex("a", "[deps 3/4] COPY package.json ./", 0, 0.02, cached: true));
            live.Report(LiveEvents.Vertex("b", "[deps 4/4] RUN npm ci", 0, 0, cached: true));
            live.Report(LiveEvents.Vertex("c", "[builder 2/4] COPY src src", 0, 0, cached: true));
            live.Report(LiveEvents.Vertex("d", "[builder 3/4] RUN npm run build", 1, null));
            _time.Advance(1);
            live.Report(LiveEvents.Vertex("d", "[builder 3/4] RUN npm run build", 1, 3));
            live.Report(LiveEvents.Vertex("e", "[production 2/3] COPY --from=builder /app/dist ./dist", 0, 0, cached: true));
            live.Complete(SampleReports.Build(3_040, 5, 4));
        }
        using (var live = display.Start(BuildScenario.Test, null))
            live.Report(LiveEvents.Vertex("f", "[test 4/4] RUN npm test", 1, 3, error: "exit code: 1"));
        Assert.Equal(
            """
            $ ./build.sh SlimImage
              cold   3 steps: deps 3-4, builder 2                                                        CACHED
              cold   [builder 3/4] RUN npm run build                                                      2.0 s
              cold   [production 2/3] COPY --from=builder /app/dist ./dist                               CACHED
            cold production build: 3.0 s, 5 steps, 4 cached
              test   [test 4/4] RUN npm test                                                 failed after 2.0 s
            test build: failed after 0.00 s
            """,
            terminal.Text
        );
        Assert.True(terminal.IsAsItWas);
        Assert.Equal(0, _time.RunningTimers);
    }

    [Fact]
    public void It_is_drawn_five_times_a_second_at_most_and_only_where_something_changed()
    {
        var terminal = new TestTerminal(80, 24);
        using var live = On(terminal).Start(BuildScenario.Cold, null);
        for (var i = 0; i < 1000; i++)
            live.Report(LiveEvents.Vertex($"{i}", $"[deps {i + 1}/1000] RUN make {i}", 0, null));
        _time.Advance(0.2);
        var writes = terminal.Writes;
        _time.Advance(1);
        Assert.Equal(5, terminal.Writes - writes);
        Assert.Equal(12, terminal.Text.Split('\n').Length);
        Assert.Contains("… and 990 more steps", terminal.Text, StringComparison.Ordinal);
        _time.Advance(15);
        (writes, var characters) = (terminal.Writes, terminal.Characters);
        _time.Advance(10);
        // Whole seconds by then.
        Assert.InRange(terminal.Writes - writes, 10, 11);
        Assert.InRange((terminal.Characters - characters) / 10, 1, 1200);
    }

    [Fact]
    public void Several_builds_share_the_rows()
    {
        var terminal = new TestTerminal(80, 14);
        var display = On(terminal);
        using var shop = display.Start(BuildScenario.Cold, "shop");
        using var orders = display.Start(BuildScenario.Test, "orders");
        for (var i = 1; i < 6; i++)
        {
            shop.Report(LiveEvents.Vertex($"{i}", $"[deps {i}/5] RUN make {i}", 0, null));
            orders.Report(LiveEvents.Vertex($"{i}", $"[test {i}/5] RUN test {i}", 0, null));
        }
        _time.Advance(1);
        GoldenFile.Holds("live-several.txt", terminal.Text + "\n");
    }

    [Theory]
    [InlineData(80, 2)]
    [InlineData(80, 3)]
    [InlineData(80, 5)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void A_small_terminal_is_not_written_beyond(int columns, int rows)
    {
        var terminal = new TestTerminal(Math.Max(20, columns), Math.Max(2, rows));
        terminal.Write("$ make\n");
        var display = new LiveDisplay(terminal, new() { Interactive = true, Size = () => (columns, rows) }, _time);
        using (var live = display.Start(BuildScenario.Cold, "注文"))
        using (display.Start(BuildScenario.Cold, "shop"))
        using (display.Start(BuildScenario.Cold, "third"))
        {
            live.Report(LiveEvents.Vertex("a", "[deps 2/2] RUN 注文サービスの依存関係を全部入れる", 1, null));
            live.Report(LiveEvents.Written("a", "一行\n二行\n"));
            _time.Advance(3);
            Assert.All(terminal.Lines, x => Assert.True(ColumnWidth.Of(x) < terminal.Size.Columns, x));
            Assert.InRange(terminal.Lines.Count, 2, Math.Max(2, rows));
        }
        Assert.Equal(4, terminal.Lines.Count);
        Assert.Equal("$ make", terminal.Lines[0]);
    }

    [Fact]
    public void What_a_step_writes_cannot_command_the_terminal()
    {
        var terminal = new TestTerminal(80, 24);
        using var live = On(terminal).Start(BuildScenario.Cold, "\e]0;evil\a\e[2J");
        live.Report(LiveEvents.Vertex("a", "[deps 2/2] RUN \e[2J\e[H evil", 1, null));
        live.Report(
            LiveEvents.Written("a", "\e[1;1H\e[31mred\e[0m\tand\u202e more\u0000\u0007\n\u001bc\u009b2J" + new string('x', 500) + "\n")
        );
        live.Report(LiveEvents.Moved("a", "\e[2J", 1, long.MaxValue));
        live.Report(LiveEvents.Moved("a", "\e[3J", 2, long.MaxValue));
        _time.Advance(1);
        Assert.Equal(4, terminal.Lines.Count);
        Assert.DoesNotContain(terminal.Text, x => char.IsControl(x) && x != '\n');
        Assert.Equal("    │ red and more", terminal.Lines[2]);
        Assert.EndsWith("xxx…", terminal.Lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Giving_up_is_shown_and_what_was_drawn_is_taken_away()
    {
        var terminal = new TestTerminal(80, 24);
        var display = On(terminal);
        var live = display.Start(BuildScenario.Cold, null);
        live.Report(LiveEvents.Vertex("a", "[deps 2/2] RUN npm ci", 1, null));
        display.Write("begun");
        display.Stop();
        _time.Advance(1);
        Assert.Contains("cold production build  stopping …", terminal.Text, StringComparison.Ordinal);
        display.Abandon();
        Assert.Equal("begun", terminal.Text);
        Assert.True(terminal.CursorVisible);
        live.Dispose();
        _time.Advance(1);
        Assert.Equal("begun", terminal.Text);
    }

    [Fact]
    public void Disposing_twice_or_reporting_late_changes_nothing()
    {
        var terminal = new TestTerminal(80, 24);
        var live = On(terminal).Start(BuildScenario.Cold, null);
        live.Dispose();
        var text = terminal.Text;
        live.Dispose();
        live.Report(LiveEvents.Vertex("a", "[deps 2/2] RUN npm ci", 1, null));
        _time.Advance(1);
        Assert.Equal(text, terminal.Text);
    }

    private string Shown(int columns, ConsoleStyle style)
    {
        var terminal = new TestTerminal(columns, 30);
        Fill(On(terminal, style));
        return terminal.Text + "\n";
    }

    private string Frame(ConsoleStyle style)
    {
        using var text = new StringWriter();
        Fill(new LiveDisplay(text, new() { Interactive = true, Console = style }, _time));
        return text.ToString().Split("\e[?2026h")[^1].Replace("\e", "ESC", StringComparison.Ordinal) + "\n";
    }

    private void Fill(LiveDisplay display)
    {
        var cold = display.Start(BuildScenario.Cold, null);
        cold.Report(LiveEvents.Vertex("a", "[deps 3/4] COPY package.json package-lock.json .npmrc ./", 0, 0.02));
        cold.Report(LiveEvents.Vertex("b", "[deps 4/4] RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund", 1, null));
        cold.Report(
            LiveEvents.Written("b", "npm info using npm@10\nnpm http fetch GET 200 https://example.org/a\e[2K\radded 312 packages\e[0m\n")
        );
        cold.Report(LiveEvents.Written("b", "in 9s ::error:: " + string.Concat(Enumerable.Repeat("a very long line ", 20))));
        cold.Report(LiveEvents.Vertex("c", "[internal] load build context", 1, null));
        cold.Report(LiveEvents.Moved("c", "transferring context:", 1_240_000, 0));
        cold.Report(
            LiveEvents.Vertex("d", "[production 1/5] FROM docker.io/library/node:20-bookworm-slim@sha256:0123456789abcdef", 1, null)
        );
        cold.Report(LiveEvents.Moved("d", "sha256:1", 20_000_000, 28_000_000));
        cold.Report(LiveEvents.Moved("d", "sha256:2", 33_000_000, 33_000_000, isDone: true));
        cold.Report(LiveEvents.Vertex("e", "[builder 2/4] COPY src ./src", 1, null));
        _time.Advance(12.34);
        display.Write("12:00:01 a line of somebody else\nand one that is not who");
        _time.Advance(61);
    }

    private LiveDisplay On(TestTerminal terminal, ConsoleStyle? style = null) =>
        new(
            terminal,
            new()
            {
                Interactive = true,
                Console = style ?? new(),
                Size = () => terminal.Size,
            },
            _time
        );
}
