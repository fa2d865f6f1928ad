using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A workflow file: triggers, permissions, concurrency, then the jobs.</summary>
internal sealed class WorkflowText(GitHubActionsAttribute workflow, IReadOnlyCollection<ExecutableTarget> targets)
{
    private const string DefaultGroup =
        "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    private readonly YamlText _text = new();

    public string Write()
    {
        _text.Line($"name: {workflow.IdPostfix}");
        _text.Line();
        WriteTriggers();
        WritePermissions();
        if (HasConcurrency(workflow.ConcurrencyGroup, workflow.ConcurrencyCancelInProgress))
            _text.Line();
        WriteConcurrency(_text, workflow.ConcurrencyGroup, workflow.ConcurrencyCancelInProgress);
        _text.Line();
        var job = new JobText(workflow, targets, _text);
        _text.Block("jobs:", () => Array.ForEach(workflow.Images, job.Write));
        return _text.ToString();
    }

    /// <summary>Without a group of its own, only older runs of the same pull request or run are cancelled.</summary>
    public static void WriteConcurrency(YamlText text, string group, bool cancelsInProgress)
    {
        if (!HasConcurrency(group, cancelsInProgress))
            return;
        text.Block(
            "concurrency:",
            () =>
            {
                text.Line($"group: {(string.IsNullOrWhiteSpace(group) ? DefaultGroup : group)}");
                if (cancelsInProgress)
                    text.Line("cancel-in-progress: true");
            }
        );
    }

    private static bool HasConcurrency(string group, bool cancelsInProgress) => cancelsInProgress || !string.IsNullOrWhiteSpace(group);

    private void WriteTriggers()
    {
        var triggers = new WorkflowTriggers(workflow);
        Assert.True(workflow.On.Length == 0 || !triggers.HasAny, "Workflows can only define either shorthand 'On' or 'On*' triggers");
        Assert.True(workflow.On.Length > 0 || triggers.HasAny, "Workflows must define either shorthand 'On' or 'On*' triggers");
        if (workflow.On.Length > 0)
            _text.Line($"on: [{string.Join(", ", workflow.On.Select(trigger => trigger.GetValue()))}]");
        else
            _text.Block("on:", () => triggers.Write(_text));
    }

    private void WritePermissions()
    {
        if (workflow.WritePermissions.Length + workflow.ReadPermissions.Length == 0)
            return;
        _text.Line();
        _text.Block(
            "permissions:",
            () =>
            {
                Array.ForEach(workflow.WritePermissions, permission => _text.Line($"{permission.GetValue()}: write"));
                Array.ForEach(workflow.ReadPermissions, permission => _text.Line($"{permission.GetValue()}: read"));
            }
        );
    }
}
