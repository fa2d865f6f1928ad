using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>Base class of a build program.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    internal const char TargetSeparator = '+';

    protected NukeBuild() => Extensions = FindExtensions();

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }

    [Parameter("List of targets to be invoked. Default is '{default_target}'.", Name = "Target", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => Where(target => target.Invoked);

    [Parameter("List of targets to be skipped. Empty list skips all dependencies.", Name = "Skip", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    [Parameter("Shows the execution plan (HTML).")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; set; }

    [Parameter("Indicates to continue a previously failed build attempt.")]
    public bool Continue { get; internal set; }

    [Parameter("Partition to use on CI.", List = false)]
    public Partition Partition { get; internal set; } = Partition.Single;

    public bool IsSucceeding => !IsFailing;

    public bool IsFailing =>
        ExecutionPlan.Any(target => target.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    public bool IsFinished => ScheduledTargets.Count + RunningTargets.Count == 0;

    /// <summary>Null means 0 after success and -1 after failure.</summary>
    public int? ExitCode { get; set; }

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; set; }

    /// <summary>Replaces what the running target reported before.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null)
    {
        var information = new Dictionary<string, string>();
        SetSummary(
            ExecutionPlan.Single(target => target.Status == ExecutionStatus.Running),
            configurator?.Invoke(information) ?? information
        );
    }

    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    internal void SetSummary(ExecutableTarget target, Dictionary<string, string> information)
    {
        target.SummaryInformation = new(information);
        Raise<IOnTargetSummaryUpdated>(nameof(IOnTargetSummaryUpdated.OnTargetSummaryUpdated), x => x.OnTargetSummaryUpdated(this, target));
    }

    private List<ExecutableTarget> With(ExecutionStatus status) => Where(target => target.Status == status);

    private List<ExecutableTarget> Where(Func<ExecutableTarget, bool> condition) => ExecutionPlan.Where(condition).ToList();
}
