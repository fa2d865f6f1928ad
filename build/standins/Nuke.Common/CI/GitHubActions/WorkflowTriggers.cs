using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>When a workflow runs, told in detail.</summary>
internal sealed class WorkflowTriggers(GitHubActionsAttribute workflow)
{
    private readonly (string Key, string[] Values)[] _push =
    [
        ("branches:", workflow.OnPushBranches),
        ("branches-ignore:", workflow.OnPushBranchesIgnore),
        ("tags:", workflow.OnPushTags),
        ("tags-ignore:", workflow.OnPushTagsIgnore),
        ("paths:", Paths(workflow.OnPushIncludePaths, workflow.OnPushExcludePaths)),
    ];

    private readonly (string Key, string[] Values)[] _pullRequest =
    [
        ("branches:", workflow.OnPullRequestBranches),
        ("tags:", workflow.OnPullRequestTags),
        ("paths:", Paths(workflow.OnPullRequestIncludePaths, workflow.OnPullRequestExcludePaths)),
    ];

    public bool HasAny => IsUsed(_push) || IsUsed(_pullRequest) || HasInputs || workflow.OnCronSchedule != null;

    private bool HasInputs => workflow.OnWorkflowDispatchOptionalInputs.Length + workflow.OnWorkflowDispatchRequiredInputs.Length > 0;

    public void Write(YamlText text)
    {
        var includes = workflow.OnPushBranches.Length + workflow.OnPushTags.Length;
        var ignores = workflow.OnPushBranchesIgnore.Length + workflow.OnPushTagsIgnore.Length;
        Assert.True(
            includes == 0 || ignores == 0,
            "Cannot use OnPushBranches/OnPushTags and OnPushBranchesIgnore/OnPushTagsIgnore in combination"
        );
        WriteFilters(text, "push:", _push);
        WriteFilters(text, "pull_request:", _pullRequest);
        if (HasInputs)
            text.Block("workflow_dispatch:", () => text.Block("inputs:", () => WriteInputs(text)));
        if (workflow.OnCronSchedule != null)
            text.Block("schedule:", () => text.Line($"- cron: '{workflow.OnCronSchedule}'"));
    }

    private static string[] Paths(string[] included, string[] excluded) => [.. included, .. excluded.Select(path => "!" + path)];

    private static bool IsUsed((string Key, string[] Values)[] filters) => Array.Exists(filters, filter => filter.Values.Length > 0);

    private static void WriteFilters(YamlText text, string trigger, (string Key, string[] Values)[] filters)
    {
        if (IsUsed(filters))
            text.Block(trigger, () => Array.ForEach(filters, filter => text.List(filter.Key, filter.Values)));
    }

    private void WriteInputs(YamlText text)
    {
        Array.ForEach(workflow.OnWorkflowDispatchOptionalInputs, input => WriteInput(text, input, "false"));
        Array.ForEach(workflow.OnWorkflowDispatchRequiredInputs, input => WriteInput(text, input, "true"));
    }

    private static void WriteInput(YamlText text, string input, string isRequired) =>
        text.Block(
            $"{input}:",
            () =>
            {
                text.Line($"description: \"{string.Join(' ', CamelHumps.Split(input))}\"");
                text.Line($"required: {isRequired}");
            }
        );
}
