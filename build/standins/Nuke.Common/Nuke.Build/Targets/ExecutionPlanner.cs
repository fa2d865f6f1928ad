namespace Nuke.Common.Execution;

/// <summary>Orders the targets that were asked for, those they need, and those they trigger.</summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets, in the order of their declaration.</param>
    /// <param name="names">Null means the default targets.</param>
    public static List<ExecutableTarget> Plan(IReadOnlyCollection<ExecutableTarget> targets, IReadOnlyCollection<string> names)
    {
        var wanted = names?.Select(name => Find(name, targets)).ToList();
        foreach (var target in wanted ?? [])
            target.Invoked = true;
        wanted ??= targets.Where(target => target.IsDefault).ToList();
        var order = DependentsFirst(targets);

        // A triggered target may need or trigger others: again until nothing is added.
        while (true)
        {
            var plan = Schedule(order, wanted);
            var triggered = plan.SelectMany(target => target.Triggers).Except(plan).ToList();
            if (triggered.Count == 0)
            {
                plan.ForEach(target => target.Status = ExecutionStatus.Scheduled);
                return plan;
            }

            wanted = [.. plan, .. triggered];
        }
    }

    private static List<ExecutableTarget> Schedule(List<ExecutableTarget> order, List<ExecutableTarget> wanted)
    {
        var scheduled = new List<ExecutableTarget>();
        foreach (var target in order)
        {
            if (wanted.Contains(target) || scheduled.Exists(dependent => dependent.ExecutionDependencies.Contains(target)))
                scheduled.Add(target);
        }

        scheduled.Reverse();
        return scheduled;
    }

    private static List<ExecutableTarget> DependentsFirst(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var cycles = DependencyCycles.Find(targets);
        if (cycles.Count > 0)
        {
            var lines = cycles.Select(cycle => " - " + string.Join(", ", cycle.Select(target => target.Name)));
            throw new Exception(string.Join(Environment.NewLine, lines.Prepend("Circular dependencies between targets:")));
        }

        var isStrict = EnvironmentInfo.GetNamedArgument<bool>("strict");
        var remaining = targets.ToList();
        var order = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            var needed = remaining.SelectMany(target => target.AllDependencies).ToHashSet();
            var free = remaining.Where(target => !needed.Contains(target)).ToList();
            if (isStrict && free.Count > 1)
            {
                var lines = free.Select(target => $"  - {target.Name}").Prepend("Incomplete target definition order:");
                throw new Exception(string.Join(Environment.NewLine, lines));
            }

            order.Add(free[0]);
            remaining.Remove(free[0]);
        }

        return order;
    }

    private static ExecutableTarget Find(string name, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var plainName = name.Replace("-", "");
        var found = targets.SingleOrDefault(target => string.Equals(target.Name, plainName, StringComparison.OrdinalIgnoreCase));
        if (found != null)
            return found;

        var available = targets.Select(target => $"  - {target.Name}").Order();
        var lines = available.Prepend($"Target with name '{plainName}' does not exist. Available targets are:");
        throw new Exception(string.Join(Environment.NewLine, lines));
    }
}
