namespace Nuke.DockerSlim.Reporting;

/// <summary>A way to show the running build. Called by one thread at a time.</summary>
internal abstract class LiveView
{
    /// <summary>How often <see cref="Tick" /> wants to be called.</summary>
    public abstract TimeSpan Period { get; }

    /// <summary>The build begins.</summary>
    public abstract void Begin();

    /// <summary>A step has finished.</summary>
    /// <param name="step">The step.</param>
    public abstract void Finished(LiveStep step);

    /// <summary>Time has passed.</summary>
    /// <param name="steps">What the build does.</param>
    public abstract void Tick(LiveSteps steps);

    /// <summary>The build has ended.</summary>
    /// <param name="sentence">What it came to.</param>
    public abstract void End(string sentence);
}
