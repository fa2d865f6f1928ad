using System.Globalization;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Others write to a terminal while a live view has it: nothing is lost, nothing is overwritten, nothing of the view is left.</summary>
public sealed class LiveOtherWritersTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_happens_each_line_stays_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        var terminal = new TestTerminal(80, 24);
        var display = On(terminal);
        var written = "";
        var lives = new List<LiveProgress>();
        for (var i = 0; i < 800; i++)
            switch (random.Next(9))
            {
                case 0 when lives.Count < 4:
                    // A line that somebody has begun is ended where a view begins.
                    if (lives.Count == 0 && written.Length > 0 && written[^1] != '\n')
                        written += "\n";
                    lives.Add(display.Start(BuildScenario.Cold, $"image{random.Next(3)}"));
                    break;
                case 1 when lives.Count > 0 && random.Next(5) == 0:
                    lives[0].Dispose();
                    lives.RemoveAt(0);
                    break;
                case 2 or 3 when lives.Count > 0:
                    Happen(lives[random.Next(lives.Count)], random);
                    break;
                case 4 or 5:
                    Write($"other {i} {new string('y', random.Next(150))}\n");
                    break;
                case 6:
                    Write($"part {i} ");
                    break;
                case 7:
                    Write($"注文 {i}\r\n\e[31mred {i}\e[0m\n\n");
                    break;
                default:
                    _time.Advance(random.NextDouble() / 3);
                    break;
            }
        lives.ForEach(x => x.Dispose());

        var others = terminal.Lines.Where(x => !IsOurs(x)).ToList();
        var expected = written
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\e[31m", "", StringComparison.Ordinal)
            .Replace("\e[0m", "", StringComparison.Ordinal)
            .Split('\n')
            .Select(x => x.TrimEnd())
            .ToList();
        while (expected is [.., ""])
            expected.RemoveAt(expected.Count - 1);
        Assert.Equal(expected, others);
        Assert.True(terminal.CursorVisible);

        void Write(string text)
        {
            display.Write(text);
            written += text;
        }
    }

    [Theory]
    [InlineData(50, 24)]
    [InlineData(33, 24)]
    [InlineData(150, 24)]
    [InlineData(80, 40)]
    public void A_terminal_that_is_resized_is_drawn_anew_over_all_rows_of_the_old_drawing(int columns, int rows)
    {
        var terminal = new TestTerminal(100, 24);
        var display = On(terminal);
        display.Write("before\n");
        var live = display.Start(BuildScenario.Cold, null);
        for (var i = 1; i < 5; i++)
            live.Report(LiveEvents.Vertex($"{i}", $"[deps {i}/4] RUN npm ci " + new string('x', 200), 1, null));
        _time.Advance(1);
        terminal.Resize(columns, rows);
        display.Write("meanwhile\n");
        _time.Advance(1);
        Assert.Equal(7, terminal.Lines.Count);
        Assert.Equal(["before", "meanwhile"], terminal.Lines.Take(2));
        terminal.Resize(100, 24);
        _time.Advance(1);
        live.Dispose();
        Assert.Equal(["before", "meanwhile", "cold production build: stopped after 3.0 s"], terminal.Lines);
    }

    [Fact]
    public void A_terminal_that_loses_rows_loses_no_line_of_others()
    {
        var terminal = new TestTerminal(80, 24);
        var display = On(terminal);
        for (var i = 0; i < 30; i++)
            display.Write($"before {i}\n");
        var live = display.Start(BuildScenario.Cold, null);
        for (var i = 1; i < 9; i++)
            live.Report(LiveEvents.Vertex($"{i}", $"[deps {i}/8] RUN npm ci", 1, null));
        _time.Advance(1);
        terminal.Resize(80, 6);
        _time.Advance(1);
        display.Write("after\n");
        live.Dispose();
        Assert.Equal(30, terminal.Lines.Count(x => x.StartsWith("before", StringComparison.Ordinal)));
        Assert.Equal(["after", "cold production build: stopped after 2.0 s"], terminal.Lines.TakeLast(2));
    }

    [Fact]
    public void A_terminal_that_keeps_its_lines_as_they_are_loses_none_when_it_gets_narrower()
    {
        var size = (Columns: 100, Rows: 24);
        var terminal = new TestTerminal(100, 24);
        var display = new LiveDisplay(
            terminal,
            new()
            {
                Interactive = true,
                Reflows = false,
                Size = () => size,
            },
            _time
        );
        display.Write("one\ntwo\nthree\n");
        using (var live = display.Start(BuildScenario.Cold, null))
        {
            live.Report(LiveEvents.Vertex("a", "[deps 1/4] RUN npm ci " + new string('x', 200), 1, null));
            _time.Advance(1);
            size = (30, 24);
            _time.Advance(1);
        }
        Assert.Equal(["one", "two", "three"], terminal.Lines.Take(3));
        Assert.Equal(4, terminal.Lines.Count);
    }

    [Fact]
    public void What_a_shell_wrote_meanwhile_stays()
    {
        var terminal = new TestTerminal(80, 24);
        var display = On(terminal);
        using (var live = display.Start(BuildScenario.Cold, null))
        {
            live.Report(LiveEvents.Vertex("a", "[deps 1/4] RUN npm ci", 1, null));
            _time.Advance(1);
            // Ctrl-Z, and back.
            terminal.Write("[1]+  Stopped\n$ fg\n");
            display.Resume();
            _time.Advance(1);
        }
        Assert.Contains("[1]+  Stopped\n$ fg\ncold production build: stopped", terminal.Text, StringComparison.Ordinal);
    }

    private static bool IsOurs(string line) =>
        line.StartsWith("  image", StringComparison.Ordinal) || line.Contains(": cold production build", StringComparison.Ordinal);

    private static void Happen(LiveProgress live, Random random)
    {
        var id = random.Next(20).ToString(CultureInfo.InvariantCulture);
        live.Report(
            random.Next(4) switch
            {
                0 => LiveEvents.Vertex(id, $"[deps {id}/20] RUN step {id} {new string('x', random.Next(120))}", 0, null),
                1 => LiveEvents.Vertex(id, $"[deps {id}/20] RUN step {id}", 0, random.Next(4), cached: random.Next(2) == 0),
                2 => LiveEvents.Moved(id, "sha256:1", random.Next(), random.Next(2) * (long)random.Next()),
                _ => LiveEvents.Written(id, $"a line\n{new string('語', random.Next(90))}\n"),
            }
        );
    }

    private LiveDisplay On(TestTerminal terminal) => new(terminal, new() { Interactive = true, Size = () => terminal.Size }, _time);
}
