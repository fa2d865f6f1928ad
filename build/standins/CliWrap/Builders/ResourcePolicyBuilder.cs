using System.Diagnostics;

namespace CliWrap.Builders;

public class ResourcePolicyBuilder
{
    private ProcessPriorityClass? _priority;
    private nint? _affinity;
    private nint? _minWorkingSet;
    private nint? _maxWorkingSet;

    public ResourcePolicyBuilder SetPriority(ProcessPriorityClass? priority)
    {
        _priority = priority;
        return this;
    }

    public ResourcePolicyBuilder SetAffinity(nint? affinity)
    {
        _affinity = affinity;
        return this;
    }

    public ResourcePolicyBuilder SetMinWorkingSet(nint? minWorkingSet)
    {
        _minWorkingSet = minWorkingSet;
        return this;
    }

    public ResourcePolicyBuilder SetMaxWorkingSet(nint? maxWorkingSet)
    {
        _maxWorkingSet = maxWorkingSet;
        return this;
    }

    public ResourcePolicy Build() => new(_priority, _affinity, _minWorkingSet, _maxWorkingSet);
}
