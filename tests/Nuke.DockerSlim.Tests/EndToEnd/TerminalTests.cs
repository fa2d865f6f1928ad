using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A real build program under a pseudo terminal; the docker client replays what was recorded, and the user's own code talks meanwhile.</summary>
public sealed partial class TerminalTests
{
    [Fact]
    public async Task Ctrl_C_leaves_the_terminal_as_it_was_and_no_line_is_lost()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "hang");
        await using var running = build.StartOnTerminal(80, 24, "SlimImage");
        await running.UntilAsync(x => x.Contains(" of 9 steps", StringComparison.Ordinal), "the build was shown");
        var before = Spoken(running.Terminal.Lines).Count;
        await running.UntilAsync(_ => Spoken(running.Terminal.Lines).Count > before + 40, "more was said");
        Assert.Contains(running.Terminal.Lines, x => Heading().IsMatch(x));

        await running.PressCtrlCAsync();

        Assert.Equal(130, await running.EndAsync());
        var lines = running.Terminal.Lines;
        Assert.True(running.Terminal.CursorVisible);
        Assert.DoesNotContain(lines, x => Heading().IsMatch(x));
        Assert.Contains("cold production build: stopped after", running.Terminal.Text, StringComparison.Ordinal);
        Assert.Contains("Interrupted while working on", running.Terminal.Text, StringComparison.Ordinal);
        MustBeWhole(Spoken(lines));
        await build.MustLeaveNothingAsync();
    }

    [Fact]
    public async Task A_second_Ctrl_C_takes_away_what_was_drawn()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "hang-deaf");
        await using var running = build.StartOnTerminal(120, 30, "SlimImage");
        await running.UntilAsync(x => x.Contains(" of 9 steps", StringComparison.Ordinal), "the build was shown");
        await running.PressCtrlCAsync();
        await running.UntilAsync(x => x.Contains("stopping", StringComparison.Ordinal), "it was said to stop");

        await running.PressCtrlCAsync();

        Assert.NotEqual(0, await running.EndAsync());
        Assert.True(running.Terminal.CursorVisible);
        Assert.DoesNotContain(running.Terminal.Lines, x => Heading().IsMatch(x));
        await Processes.UntilNoneAsync(build.Folder);
    }

    [Theory]
    [InlineData("TERM", "dumb")]
    [InlineData("BUILDKIT_PROGRESS", "plain")]
    public async Task It_is_plain_where_asked_for(string variable, string value)
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "failing-test");
        build.Environment[variable] = value;
        await using var running = build.StartOnTerminal(80, 24, "SlimImage");

        Assert.NotEqual(0, await running.EndAsync());
        Assert.Contains("cold production build …\r\n", running.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[?2026h", running.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_no_colour_and_nothing_but_ASCII_of_ours_where_the_terminal_takes_neither()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "hang");
        build.Environment["NO_COLOR"] = "1";
        build.Environment["LC_ALL"] = "C";
        build.Environment.Remove("USER_BUILD");
        await using var running = build.StartOnTerminal(80, 24, "SlimImage");
        await running.UntilAsync(x => x.Contains(" of 9 steps", StringComparison.Ordinal), "the build was shown");
        await running.PressCtrlCAsync();
        await running.UntilAsync(x => x.Contains("stopped after", StringComparison.Ordinal), "it has stopped");

        var frames = running.Written.Split("\e[?2026h").Skip(1).Select(x => x.Split("\e[?2026l")[0]).ToList();
        Assert.NotEmpty(frames);
        Assert.All(frames, x => Assert.DoesNotMatch(@"\e\[[0-9;]*m|[^\x00-\x7F]", x));
    }

    private static List<int> Spoken(IEnumerable<string> lines) =>
        [
            .. lines
                .Select(x => SpokenLine().Match(x))
                .Where(x => x.Success)
                .Select(x => int.Parse(x.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];

    // What is said by several threads at once need not come in their order; each of it comes once, or twice where it has two lines.
    private static void MustBeWhole(List<int> spoken)
    {
        var last = spoken.Max();
        Assert.True(last > 40);
        // The last one may have been cut off by the end of the process.
        for (var i = 1; i < last; i++)
            Assert.True(spoken.Count(x => x == i) == (i % 4 == 3 ? 2 : 1), $"{i} of {last} was said {spoken.Count(x => x == i)} times");
    }

    private static UserBuild Build(FakeEngine engine, string scenario)
    {
        var build = UserBuild.WithoutEngine();
        build.Environment["DOCKER_HOST"] = engine.Address.OriginalString;
        build.Environment["FAKE_DOCKER_SCENARIO"] = scenario;
        build.Environment["PATH"] = Fixtures.FakeDocker + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        build.Environment["USER_BUILD"] = "talking";
        build.Environment["TERM"] = "xterm-256color";
        build.Environment["LANG"] = "C.UTF-8";
        build.WriteImage();
        return build;
    }

    [GeneratedRegex(@"^(?:[0-9:]+ \[INF\] )?spoken ([0-9]+)(?: by the log| as an error, 注文, x{100} end| in pieces| again)?$")]
    private static partial Regex SpokenLine();

    [GeneratedRegex(@"^cold production build  (?:[0-9]+ of|stopping)")]
    private static partial Regex Heading();
}
