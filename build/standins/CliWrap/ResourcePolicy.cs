using System.Diagnostics;

namespace CliWrap;

public class ResourcePolicy(
    ProcessPriorityClass? priority = null,
    nint? affinity = null,
    nint? minWorkingSet = null,
    nint? maxWorkingSet = null
)
{
    public ProcessPriorityClass? Priority { get; } = priority;

    public nint? Affinity { get; } = affinity;

    public nint? MinWorkingSet { get; } = minWorkingSet;

    public nint? MaxWorkingSet { get; } = maxWorkingSet;

    public static ResourcePolicy Default { get; } = new();
}
