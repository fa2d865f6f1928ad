using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes targets out of a plan: by the skip parameter, by their own conditions, or because only a skipped target needed them.</summary>
internal static class TargetSkipping
{
    /// <param name="build">Its plan is changed.</param>
    /// <param name="names">Null skips nothing, an empty list everything that was not asked for by name.</param>
    public static void SkipByName(NukeBuild build, string[] names)
    {
        if (names == null)
            return;

        var plainNames = names.Select(name => name.Replace("-", "")).ToList();
        foreach (var target in build.ExecutionPlan)
        {
            if (plainNames.Count == 0 || plainNames.Contains(target.Name, StringComparer.OrdinalIgnoreCase))
                Skip(build, target, "via parameter");
        }
    }

    /// <summary>Whether any condition of the target was ever violated; a violated one is shown behind its row.</summary>
    public static bool IsViolating(NukeBuild build, ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(condition => !condition.Delegate()).Select(condition => WithoutArrow(condition.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                Skip(build, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Log.Error(exception, "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen != null;
    }

    private static string WithoutArrow(string condition) =>
        condition.TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();

    private static void Skip(NukeBuild build, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        // A target that was asked for by name stays scheduled here; its condition is looked at again when its turn comes.
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        var unneeded = target
            .ExecutionDependencies.Concat(target.Triggers)
            .Where(other => !IsNeededElsewhere(build, target, other))
            .ToList();
        foreach (var dependency in unneeded)
            Skip(build, dependency, $"because of {target.Name}");
    }

    private static bool IsNeededElsewhere(NukeBuild build, ExecutableTarget skipped, ExecutableTarget dependency) =>
        build
            .ExecutionPlan.Where(other => other != skipped && other.Status == ExecutionStatus.Scheduled)
            .Any(other => other.ExecutionDependencies.Contains(dependency) || other.Triggers.Contains(dependency));
}
