using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Shows one build while it runs, in a terminal or in a log. Take one a build, pass it to the builder, tell it the result by
/// <see cref="Complete" />, and dispose it in any case: that gives the terminal back as it was. Safe for several threads.
/// </summary>
public sealed class LiveProgress : IProgress<ProgressEvent>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly LiveSteps _steps = new();
    private readonly LiveView _view;
    private readonly string _title;
    private readonly TimeProvider _time;
    private readonly long _start;
    private ITimer? _timer;
    private string? _result;
    private bool _ended;

    private LiveProgress(LiveView view, string title, TimeProvider time) =>
        (_view, _title, _time, _start) = (view, title, time, time.GetTimestamp());

    /// <summary>Begins to show a build.</summary>
    /// <param name="writer">Where to; nothing else should write there until this is disposed.</param>
    /// <param name="style">How.</param>
    /// <param name="scenario">What the build is run for.</param>
    /// <param name="image">The image's name, where there are several; else null.</param>
    /// <param name="time">The clock.</param>
    public static LiveProgress Start(TextWriter writer, LiveStyle style, BuildScenario scenario, string? image, TimeProvider time)
    {
        var (words, label) = Words(scenario);
        var title = image is null ? words : $"{UntrustedText.OneLine(image)}: {words}";
        LiveView view = style.Interactive
            ? new LiveRegion(writer, style, title, time)
            : new LiveLog(new ConsoleLines(writer, style.Console), title, label, time);
        var live = new LiveProgress(view, title, time);
        live.Show(view.Begin);
        live._timer = time.CreateTimer(_ => live.Show(() => view.Tick(live._steps)), null, view.Period, view.Period);
        return live;
    }

    /// <summary>Takes in what the builder says.</summary>
    /// <param name="value">The event.</param>
    public void Report(ProgressEvent value) =>
        Show(() =>
        {
            if (_steps.Record(value, _time.GetTimestamp()) is { } finished)
                _view.Finished(finished);
        });

    /// <summary>Tells that the build succeeded; the line that stays says so when this is disposed.</summary>
    /// <param name="build">What it took.</param>
    public void Complete(TimedBuild build)
    {
        var steps = build.Steps == 1 ? "step" : "steps";
        _result = $"{TimeSpan.FromMilliseconds(build.Milliseconds).Text}, {build.Steps} {steps}, {build.CachedSteps} cached";
    }

    /// <summary>Ends the showing: a last line says what the build took, or that it did not come to its end.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        Show(() =>
        {
            _ended = true;
            var unfinished = _steps.HasFailure ? "failed after" : "stopped after";
            _view.End($"{_title}: {_result ?? $"{unfinished} {_time.GetElapsedTime(_start).Text}"}");
        });
    }

    private void Show(Action action)
    {
        lock (_lock)
        {
            if (_ended)
                return;
            try
            {
                action();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Nobody reads any more (a closed pipe, a terminal that went away); the build itself goes on.
                _ended = true;
            }
        }
    }

    private static (string Words, string Label) Words(BuildScenario scenario) =>
        scenario switch
        {
            BuildScenario.Cold => ("cold production build", "cold"),
            BuildScenario.Warm => ("warm production build", "warm"),
            BuildScenario.Edited => ("edited production build", "edited"),
            BuildScenario.DependencyEdited => ("production build after a dependency edit", "edited"),
            BuildScenario.Priming => ("production build of a copy, to be edited", "copy"),
            BuildScenario.Test => ("test build", "test"),
            BuildScenario.CacheExport => ("export of the cache", "cache"),
            _ => ("production build", "build"),
        };
}
