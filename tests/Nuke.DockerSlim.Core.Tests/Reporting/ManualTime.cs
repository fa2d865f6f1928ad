namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>A clock that goes when it is told to, and timers that follow it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public int RunningTimers => _timers.Count;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), period.Ticks) { Next = _now + dueTime.Ticks };
        _timers.Add(timer);
        return timer;
    }

    public void Advance(double seconds)
    {
        var end = _now + TimeSpan.FromSeconds(seconds).Ticks;
        while (_timers.Where(x => x.Next <= end).MinBy(x => x.Next) is { } due)
        {
            _now = due.Next;
            due.Next += due.Period;
            due.Fire();
        }
        _now = end;
    }

    private sealed class Timer(ManualTime owner, Action fire, long period) : ITimer
    {
        public long Next { get; set; }
        public long Period => period;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => owner._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
