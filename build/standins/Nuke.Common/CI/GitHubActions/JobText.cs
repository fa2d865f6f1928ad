using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>One job: checkout, cache, the run itself, and the files that its targets produce.</summary>
internal sealed class JobText(GitHubActionsAttribute workflow, IReadOnlyCollection<ExecutableTarget> targets, YamlText text)
{
    public void Write(GitHubActionsImage image)
    {
        var name = image.GetValue().Replace('.', '_');
        text.Block(
            $"{name}:",
            () =>
            {
                text.Line($"name: {name}");
                text.Line($"runs-on: {image.GetValue()}");
                if (workflow.TimeoutMinutes > 0)
                    text.Line($"timeout-minutes: {workflow.TimeoutMinutes}");
                WorkflowText.WriteConcurrency(text, workflow.JobConcurrencyGroup, workflow.JobConcurrencyCancelInProgress);
                WriteEnvironment();
                text.Block("steps:", WriteSteps);
            }
        );
    }

    private void WriteEnvironment()
    {
        if (string.IsNullOrWhiteSpace(workflow.EnvironmentName))
            return;
        if (string.IsNullOrWhiteSpace(workflow.EnvironmentUrl))
            text.Line($"environment: {workflow.EnvironmentName}");
        else
            WriteMap("environment:", [new("name", workflow.EnvironmentName), new("url", workflow.EnvironmentUrl)]);
    }

    private void WriteSteps()
    {
        text.Block("- uses: actions/checkout@v6", () => WriteMap("with:", workflow.Checkout));
        if (workflow.CacheKeyFiles.Length > 0)
            WriteCache();
        text.Line($"- name: 'Run: {string.Join(", ", workflow.InvokedTargets)}'");
        text.Block($"  run: ./{BuildCommand()} {string.Join(' ', workflow.InvokedTargets)}", () => WriteMap("env:", Imports()));
        if (workflow.PublishArtifacts)
            WriteArtifacts();
    }

    private void WriteCache()
    {
        text.Block(
            $"- name: 'Cache: {string.Join(", ", workflow.CacheIncludePatterns)}'",
            () =>
            {
                text.Line("uses: actions/cache@v4");
                text.Block(
                    "with:",
                    () =>
                    {
                        var excluded = workflow.CacheExcludePatterns.Select(pattern => "!" + pattern);
                        text.Block("path: |", () => workflow.CacheIncludePatterns.Concat(excluded).ToList().ForEach(text.Line));
                        var keyFiles = string.Join(", ", workflow.CacheKeyFiles.Select(file => $"'{file}'"));
                        text.Line($"key: ${{{{ runner.os }}}}-${{{{ hashFiles({keyFiles}) }}}}");
                    }
                );
            }
        );
    }

    private void WriteArtifacts()
    {
        var plan = workflow.InvokedTargets.SelectMany(name => ExecutionPlanner.Plan(targets, [name])).Distinct();
        foreach (var folder in plan.SelectMany(target => target.ArtifactProducts).Select(WithoutWildcards).Distinct())
        {
            text.Line($"- name: 'Publish: {folder.Name}'");
            text.Block(
                "  uses: actions/upload-artifact@v5",
                () =>
                {
                    if (!string.IsNullOrWhiteSpace(workflow.PublishCondition))
                        text.Line($"if: {workflow.PublishCondition}");
                    WriteMap("with:", [new("name", folder.Name), new("path", workflow.Build.RootDirectory.GetUnixRelativePathTo(folder))]);
                }
            );
        }
    }

    private string BuildCommand() =>
        workflow
            .Build.RootDirectory.GlobFiles("build.cmd", "*/build.cmd")
            .Select(file => workflow.Build.RootDirectory.GetUnixRelativePathTo(file).ToString())
            .FirstOrDefault()
            .NotNull("BuildCmdPath != null");

    private IEnumerable<KeyValuePair<string, string>> Imports()
    {
        foreach (var input in workflow.OnWorkflowDispatchOptionalInputs.Concat(workflow.OnWorkflowDispatchRequiredInputs))
            yield return new(input, $"${{{{ github.event.inputs.{input} }}}}");
        foreach (var secret in workflow.ImportSecrets)
            yield return new(secret, $"${{{{ secrets.{string.Join('_', CamelHumps.Split(secret)).ToUpperInvariant()} }}}}");
        if (workflow.EnableGitHubToken)
            yield return new("GITHUB_TOKEN", "${{ secrets.GITHUB_TOKEN }}");
    }

    private static AbsolutePath WithoutWildcards(string product)
    {
        AbsolutePath path = product;
        while (path.ToString().Contains('*'))
            path = path.Parent;
        return path;
    }

    private void WriteMap(string key, IEnumerable<KeyValuePair<string, string>> entries)
    {
        var lines = entries.Select(entry => $"{entry.Key}: {entry.Value}").ToList();
        if (lines.Count > 0)
            text.Block(key, () => lines.ForEach(text.Line));
    }
}
