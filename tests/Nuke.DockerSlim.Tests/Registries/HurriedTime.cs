namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>A clock on which every wait is over at once.</summary>
internal sealed class HurriedTime : TimeProvider
{
    /// <summary>What was waited for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
