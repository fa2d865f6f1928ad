using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// The place where running builds are shown, in a terminal or in a log, several at a time. One a process: on a terminal everybody else's text has to
/// go through <see cref="Write" /> while builds run. Safe for several threads; events never wait for a terminal that is slow or held.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="style">How.</param>
/// <param name="time">The clock.</param>
public sealed class LiveDisplay(TextWriter writer, LiveStyle style, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // What is known of the builds; held for moments. Taken behind the other where both are.
    private readonly Lock _known = new();

    // What is written; held for as long as the writer takes.
    private readonly Lock _drawn = new();
    private readonly LiveView _view = style.Interactive ? new LiveScreen(style, time) : new LiveLog(style.Console, time);
    private readonly List<LiveBuild> _builds = [];
    private readonly StringBuilder _said = new();
    private ITimer? _timer;
    private bool _isGone;

    /// <summary>Begins to show a build.</summary>
    /// <param name="scenario">What the build is run for.</param>
    /// <param name="image">The image's name, where there are several; else null.</param>
    /// <returns>What is told of the build; disposed when it has ended, however it did.</returns>
    public LiveProgress Start(BuildScenario scenario, string? image)
    {
        var build = new LiveBuild(scenario, image, time.GetTimestamp());
        _view.Measure();
        lock (_known)
        {
            _builds.Add(build);
            _view.Begin(build, _said);
            _timer ??= time.CreateTimer(_ => Tick(), null, _view.Period, _view.Period);
        }
        Flush();
        return new LiveProgress(this, build);
    }

    /// <summary>Writes somebody else's text, above what is drawn over. It is written as it is, whole lines at once.</summary>
    /// <param name="text">The text.</param>
    public void Write(string text)
    {
        if (text.Length == 0)
            return;
        _view.Measure();
        lock (_drawn)
        {
            var shown = text;
            lock (_known)
                if (_view is LiveScreen screen && !_isGone)
                    shown = _builds.Count > 0 ? screen.Take(text) : screen.Pass(text);
            writer.Write(shown);
            writer.Flush();
        }
    }

    /// <summary>Shows that the builds are being given up.</summary>
    public void Stop()
    {
        lock (_known)
            (_view as LiveScreen)?.Stop();
    }

    /// <summary>Takes away what is drawn over, as the last thing before the process ends. Where the terminal is held, it is left as it is.</summary>
    public void Abandon()
    {
        if (!_drawn.TryEnter(Patience))
            return;
        try
        {
            lock (_known)
            {
                _builds.Clear();
                EndTimer();
            }
            Flush();
            _isGone = true;
        }
        finally
        {
            _drawn.Exit();
        }
    }

    /// <summary>Draws anew below: somebody else, such as a shell, has had the terminal.</summary>
    public void Resume()
    {
        lock (_drawn)
            lock (_known)
                (_view as LiveScreen)?.Forget();
    }

    internal void Report(LiveBuild build, ProgressEvent value)
    {
        lock (_known)
        {
            if (build.IsOver)
                return;
            if (build.Steps.Record(value, time.GetTimestamp()) is not { } finished)
                return;
            _view.Finished(build, finished, _said);
            if (_view.WaitsForTick)
                return;
        }
        Flush();
    }

    internal void End(LiveBuild build)
    {
        lock (_known)
        {
            if (build.IsOver)
                return;
            build.IsOver = true;
            _builds.Remove(build);
            var unfinished = build.Steps.HasFailure ? "failed after" : "stopped after";
            _view.End(build, build.Result ?? $"{unfinished} {time.GetElapsedTime(build.Start).Text}", _said);
            if (_builds.Count == 0)
                EndTimer();
        }
        Flush();
    }

    private void EndTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private void Tick()
    {
        _view.Measure();
        lock (_known)
            _view.Tick(_builds, _said);
        Flush();
    }

    private void Flush()
    {
        lock (_drawn)
        {
            if (_isGone)
                return;
            string text;
            lock (_known)
            {
                text = _view.Draw(_said.ToString(), _builds);
                _said.Clear();
            }
            if (text.Length == 0)
                return;
            try
            {
                writer.Write(text);
                writer.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Nobody reads any more (a closed pipe, a terminal that went away); the builds themselves go on.
                _isGone = true;
            }
        }
    }
}
