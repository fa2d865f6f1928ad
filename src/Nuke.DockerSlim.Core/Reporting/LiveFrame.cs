using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// What is shown of running builds at one moment: of each a heading, the steps that run, stages side by side as they come, and the last lines
/// that these wrote, in as many rows as there are. A pure function; nothing of a terminal is known here.
/// </summary>
/// <param name="console">What the place can show; its width is not looked at.</param>
/// <param name="columns">The columns that may be used.</param>
/// <param name="rows">The rows that may be used; one at least.</param>
/// <param name="elapsed">The time since a timestamp.</param>
internal sealed class LiveFrame(ConsoleStyle console, int columns, int rows, Func<long, TimeSpan> elapsed)
{
    // What stands at the far right of a very wide terminal is not read with what stands at the left.
    private const int WidestRow = 120;
    private const int MostLines = 4;
    private static readonly TimeSpan WorthShowing = TimeSpan.FromSeconds(0.5);
    private readonly LiveRow _row = new(console, Math.Min(columns, WidestRow));

    /// <summary>The rows.</summary>
    /// <param name="builds">The builds that run, the oldest first.</param>
    /// <param name="isStopping">Whether they are being given up.</param>
    public IReadOnlyList<ConsoleSpan[]> Of(IReadOnlyList<LiveBuild> builds, bool isStopping)
    {
        if (builds.Count == 0)
            return [];
        // One heading a build comes first: where even these are too many, the youngest are counted.
        var shown = builds.Count <= rows ? builds : [.. builds.Take(rows - 1)];
        var running = shown.Select(x => x.Steps.Running.Where(IsWorthShowing).ToList()).ToList();
        var room = Share(rows - shown.Count - (builds.Count > shown.Count ? 1 : 0), running.ConvertAll(x => x.Count));
        var steps = running.SelectMany((x, i) => x.Take(Whole(x.Count, room[i]))).ToList();
        var left = rows - shown.Count - room.Sum() - (builds.Count > shown.Count ? 1 : 0);
        var lines = Share(left, steps.ConvertAll(x => Math.Min(MostLines, Said(x).Count)));
        var frame = new List<ConsoleSpan[]>();
        for (var (i, step) = (0, 0); i < shown.Count; i++)
        {
            frame.Add(Heading(shown[i], isStopping));
            var whole = Whole(running[i].Count, room[i]);
            foreach (var one in running[i].Take(whole))
            {
                frame.Add(_row.Step(one.Name, one.Transfer, Clock(elapsed(one.Seen))));
                frame.AddRange(Said(one).TakeLast(lines[step++]).Select(Line));
            }
            if (whole < room[i])
                frame.Add(More($"    {console.Ellipsis} and {running[i].Count - whole} more steps"));
        }
        if (builds.Count > shown.Count)
            frame.Add(More($"{console.Ellipsis} and {builds.Count - shown.Count} more builds"));
        return frame;
    }

    // Where not all steps have a row, the last one tells how many have none.
    private static int Whole(int steps, int room) => steps <= room ? steps : Math.Max(0, room - 1);

    // One after the other gets one, until all have what they want or nothing is left.
    private static int[] Share(int all, List<int> wanted)
    {
        var shares = new int[wanted.Count];
        for (var isFair = true; isFair && all > 0; )
        {
            isFair = false;
            for (var i = 0; i < shares.Length && all > 0; i++)
                if (shares[i] < wanted[i])
                    (shares[i], all, isFair) = (shares[i] + 1, all - 1, true);
        }
        return shares;
    }

    private static IReadOnlyList<string> Said(LiveStep step) =>
        step.Lines.Count > 0 ? step.Lines
        : step.Doing is { Length: > 0 } doing && step.Transfer is null ? [doing]
        : [];

    // Tenths for as long as they are looked at; what takes long need not be drawn anew for them.
    private static string Clock(TimeSpan elapsed) =>
        elapsed.TotalSeconds switch
        {
            < 10 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(elapsed.TotalSeconds * 10) / 10:0.0} s"),
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalSeconds} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes}m {elapsed.Seconds:00}s"),
            _ => elapsed.Text,
        };

    private bool IsWorthShowing(LiveStep step) => LiveSteps.IsOfTheImage(step) || elapsed(step.Seen) >= WorthShowing;

    private ConsoleSpan[] Heading(LiveBuild build, bool isStopping)
    {
        var steps = build.Steps;
        var count =
            isStopping ? $"  stopping {console.Ellipsis}"
            : steps.Known > 0 ? $"  {steps.Finished} of {steps.Known} steps"
            : "";
        return _row.Heading(build.Title, count, Clock(elapsed(build.Start)));
    }

    private ConsoleSpan[] Line(string line) =>
        [
            new(console.Unicode ? "    │ " : "    | ", ConsoleTone.Faint),
            new(ColumnWidth.Cut(console.Fit(line), columns - 6, console.Ellipsis), ConsoleTone.Faint),
        ];

    private ConsoleSpan[] More(string text) => [new(ColumnWidth.Cut(text, columns, console.Ellipsis), ConsoleTone.Faint)];
}
