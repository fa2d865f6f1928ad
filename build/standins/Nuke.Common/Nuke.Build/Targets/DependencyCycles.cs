namespace Nuke.Common.Execution;

/// <summary>Groups of targets of which each needs each other, found by Tarjan's depth-first numbering.</summary>
internal sealed class DependencyCycles
{
    private readonly Dictionary<ExecutableTarget, int> _number = [];
    private readonly Dictionary<ExecutableTarget, int> _lowest = [];
    private readonly Stack<ExecutableTarget> _path = new();
    private readonly List<List<ExecutableTarget>> _cycles = [];

    public static List<List<ExecutableTarget>> Find(IEnumerable<ExecutableTarget> targets)
    {
        var search = new DependencyCycles();
        foreach (var target in targets)
        {
            if (!search._number.ContainsKey(target))
                search.Visit(target);
        }

        return search._cycles;
    }

    private void Visit(ExecutableTarget target)
    {
        _number[target] = _lowest[target] = _number.Count;
        _path.Push(target);
        foreach (var dependency in target.AllDependencies)
        {
            if (!_number.TryGetValue(dependency, out var number))
            {
                Visit(dependency);
                _lowest[target] = Math.Min(_lowest[target], _lowest[dependency]);
            }
            else if (_path.Contains(dependency))
            {
                _lowest[target] = Math.Min(_lowest[target], number);
            }
        }

        if (_lowest[target] == _number[target])
            Close(target);
    }

    private void Close(ExecutableTarget first)
    {
        var group = new List<ExecutableTarget>();
        do group.Add(_path.Pop());
        while (group[^1] != first);
        if (group.Count > 1)
            _cycles.Add(group);
    }
}
