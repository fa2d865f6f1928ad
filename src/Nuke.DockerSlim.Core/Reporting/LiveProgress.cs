using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// One build that <see cref="LiveDisplay" /> shows. Pass it to the builder, tell it the result by <see cref="Complete" />, and dispose it in any
/// case: that gives the terminal back as it was. Safe for several threads.
/// </summary>
public sealed class LiveProgress : IProgress<ProgressEvent>, IDisposable
{
    private readonly LiveDisplay _display;
    private readonly LiveBuild _build;

    internal LiveProgress(LiveDisplay display, LiveBuild build) => (_display, _build) = (display, build);

    /// <summary>Takes in what the builder says.</summary>
    /// <param name="value">The event.</param>
    public void Report(ProgressEvent value) => _display.Report(_build, value);

    /// <summary>Tells that the build succeeded; the line that stays says so when this is disposed.</summary>
    /// <param name="build">What it took.</param>
    public void Complete(TimedBuild build)
    {
        var steps = build.Steps == 1 ? "step" : "steps";
        _build.Result = $"{TimeSpan.FromMilliseconds(build.Milliseconds).Text}, {build.Steps} {steps}, {build.CachedSteps} cached";
    }

    /// <summary>Ends the showing: a last line says what the build took, or that it did not come to its end.</summary>
    public void Dispose() => _display.End(_build);
}
