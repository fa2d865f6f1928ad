using System.Linq.Expressions;
using System.Text;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run of a build program, from the command line to the exit code.</summary>
internal static class BuildManager
{
    private const int ErrorExitCode = -1;

    private static readonly List<Action> CancellationHandlers = [];

    /// <summary>What Ctrl-C runs, the youngest first, before the process dies: on the signal's own thread, beside the running target.</summary>
    public static void OnCancellation(Action handler) => CancellationHandlers.Insert(0, handler);

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.CancelKeyPress += (_, _) => CancellationHandlers.ForEach(handler => handler());
        var build = new T();
        try
        {
            Logging.Configure(build);
            build.ExecutableTargets = TargetFactory.CreateAll(build, defaultTargets);
            build.Raise<IOnBuildCreated>(nameof(IOnBuildCreated.OnBuildCreated), x => x.OnBuildCreated(build.ExecutableTargets));
            if (!build.NoLogo)
                build.WriteLogo();

            var names = ParameterService.GetParameter<string[]>(ParameterService.Targets, NukeBuild.TargetSeparator);
            build.ExecutionPlan = ExecutionPlanner.Plan(build.ExecutableTargets, names);
            build.Raise<IOnBuildInitialized>(
                nameof(IOnBuildInitialized.OnBuildInitialized),
                x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan)
            );
            OnCancellation(() => Finish(build));
            BuildExecutor.Execute(build, ParameterService.GetParameter<string[]>("Skip", NukeBuild.TargetSeparator));
            return build.ExitCode ??= build.IsSucceeding ? 0 : ErrorExitCode;
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            if (exception is not TargetExecutionException)
            {
                Log.Verbose(exception, "Target-unrelated exception was thrown");
                Host.Error(exception.Message);
            }

            return build.ExitCode ??= ErrorExitCode;
        }
        finally
        {
            Finish(build);
            Log.CloseAndFlush();
        }
    }

    private static void Finish(NukeBuild build)
    {
        if (build.ExecutionPlan == null)
            return;

        foreach (var target in build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status = target.Status switch
            {
                ExecutionStatus.Running => ExecutionStatus.Aborted,
                ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                var status => status,
            };
        }

        build.WriteErrorsAndWarnings();
        build.WriteTargetOutcome();
        build.WriteBuildOutcome();
        build.Raise<IOnBuildFinished>(nameof(IOnBuildFinished.OnBuildFinished), x => x.OnBuildFinished());
    }
}
