using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan target by target, until one fails.</summary>
internal static class BuildExecutor
{
    public static void Execute(NukeBuild build, string[] namesToSkip)
    {
        TargetSkipping.SkipByName(build, namesToSkip);
        foreach (var target in build.ExecutionPlan)
            TargetSkipping.IsViolating(build, target, target.StaticConditions);

        Requirements.Check(build, build.ScheduledTargets);
        var attempt = BuildAttempt.Start(build.Continue);
        BuildManager.OnCancellation(() => RunAssured(build, attempt));
        try
        {
            foreach (var target in build.ExecutionPlan)
                Run(build, target, attempt, afterFailure: false);
        }
        catch
        {
            RunAssured(build, attempt);
            throw;
        }
    }

    private static void RunAssured(NukeBuild build, BuildAttempt attempt)
    {
        foreach (var target in build.ExecutionPlan)
        {
            if (target.AssuredAfterFailure && target.Status == ExecutionStatus.Scheduled)
                Run(build, target, attempt, afterFailure: true);
        }
    }

    private static void Run(NukeBuild build, ExecutableTarget target, BuildAttempt attempt, bool afterFailure)
    {
        if (
            target.Status == ExecutionStatus.Skipped
            || attempt.HasRun(target.Name)
            || TargetSkipping.IsViolating(build, target, target.DynamicConditions)
        )
        {
            target.Status = ExecutionStatus.Skipped;
            build.Raise<IOnTargetSkipped>(nameof(IOnTargetSkipped.OnTargetSkipped), x => x.OnTargetSkipped(target));
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        using (Logging.SetTarget(target.Name))
        using (build.WriteTarget(target.Name))
            RunActions(build, target, attempt, afterFailure);
    }

    private static void RunActions(NukeBuild build, ExecutableTarget target, BuildAttempt attempt, bool afterFailure)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Raise<IOnTargetRunning>(nameof(IOnTargetRunning.OnTargetRunning), x => x.OnTargetRunning(target));
        try
        {
            target.Actions.ForEach(action => action());
            End(target, ExecutionStatus.Succeeded);
            build.Raise<IOnTargetSucceeded>(nameof(IOnTargetSucceeded.OnTargetSucceeded), x => x.OnTargetSucceeded(target));
            attempt.Append(target.Name);
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            if (target.SummaryInformation.Count == 0)
                build.SetSummary(target, new() { [exception.GetType().Name] = exception.Message.Split('\n')[0].TrimEnd('\r') });
            Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
            End(target, ExecutionStatus.Failed);
            build.Raise<IOnTargetFailed>(nameof(IOnTargetFailed.OnTargetFailed), x => x.OnTargetFailed(target));
            if (!target.ProceedAfterFailure && !afterFailure)
                throw new TargetExecutionException(target.Name, exception);
        }
    }

    private static void End(ExecutableTarget target, ExecutionStatus status)
    {
        target.Stopwatch.Stop();
        target.Status = status;
    }
}
