using System.Text;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A way to show running builds. What it says goes into the texts given, whole lines each; called by one thread at a time.</summary>
internal abstract class LiveView
{
    /// <summary>How often <see cref="Tick" /> wants to be called.</summary>
    public abstract TimeSpan Period { get; }

    /// <summary>Whether lines wait for the next drawing, so that events never wait for whoever reads.</summary>
    public abstract bool WaitsForTick { get; }

    /// <summary>Looks how large the place is. Called without any lock: the console has one of its own, which whoever writes holds already.</summary>
    public virtual void Measure() { }

    /// <summary>A build begins.</summary>
    /// <param name="build">The build.</param>
    /// <param name="said">Takes the lines that stay.</param>
    public abstract void Begin(LiveBuild build, StringBuilder said);

    /// <summary>A step has finished.</summary>
    /// <param name="build">The build.</param>
    /// <param name="step">The step.</param>
    /// <param name="said">Takes the lines that stay.</param>
    public abstract void Finished(LiveBuild build, LiveStep step, StringBuilder said);

    /// <summary>Time has passed.</summary>
    /// <param name="builds">The builds that run.</param>
    /// <param name="said">Takes the lines that stay.</param>
    public abstract void Tick(IReadOnlyList<LiveBuild> builds, StringBuilder said);

    /// <summary>A build has ended.</summary>
    /// <param name="build">The build.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="said">Takes the lines that stay.</param>
    public abstract void End(LiveBuild build, string result, StringBuilder said);

    /// <summary>What is written now.</summary>
    /// <param name="said">Lines that stay, each with its end; may be empty.</param>
    /// <param name="builds">The builds that run.</param>
    /// <returns>Empty: nothing has changed.</returns>
    public abstract string Draw(string said, IReadOnlyList<LiveBuild> builds);
}
