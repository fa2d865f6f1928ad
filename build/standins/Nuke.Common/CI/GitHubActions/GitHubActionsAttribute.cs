using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Keeps <c>.github/workflows/NAME.yml</c>: a job for each image that runs the given targets.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute : ConfigurationAttributeBase
{
    private readonly string _name;

    public GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images)
    {
        _name = name.Replace(' ', '_');
        Images = [image, .. images];
    }

    public override string IdPostfix => _name;

    public override Type HostType => typeof(GitHubActions);

    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";

    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] OnPushBranches { get; set; } = [];

    public string[] OnPushBranchesIgnore { get; set; } = [];

    public string[] OnPushTags { get; set; } = [];

    public string[] OnPushTagsIgnore { get; set; } = [];

    public string[] OnPushIncludePaths { get; set; } = [];

    public string[] OnPushExcludePaths { get; set; } = [];

    public string[] OnPullRequestBranches { get; set; } = [];

    public string[] OnPullRequestTags { get; set; } = [];

    public string[] OnPullRequestIncludePaths { get; set; } = [];

    public string[] OnPullRequestExcludePaths { get; set; } = [];

    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];

    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];

    public string OnCronSchedule { get; set; }

    public string[] ImportSecrets { get; set; } = [];

    public bool EnableGitHubToken { get; set; }

    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];

    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    public string[] CacheExcludePatterns { get; set; } = [];

    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    public bool PublishArtifacts { get; set; } = true;

    public string PublishCondition { get; set; }

    public int TimeoutMinutes { get; set; }

    public string EnvironmentName { get; set; }

    public string EnvironmentUrl { get; set; }

    public string ConcurrencyGroup { get; set; }

    public bool ConcurrencyCancelInProgress { get; set; }

    public string JobConcurrencyGroup { get; set; }

    public bool JobConcurrencyCancelInProgress { get; set; }

    public string[] InvokedTargets { get; set; } = [];

    public GitHubActionsSubmodules Submodules
    {
        get => throw new NotSupportedException();
        set => Checkout["submodules"] = value.ToString().ToLowerInvariant();
    }

    public bool Lfs
    {
        get => throw new NotSupportedException();
        set => Checkout["lfs"] = value ? "true" : "false";
    }

    public uint FetchDepth
    {
        get => throw new NotSupportedException();
        set => Checkout["fetch-depth"] = value.ToString();
    }

    public bool Progress
    {
        get => throw new NotSupportedException();
        set => Checkout["progress"] = value ? "true" : "false";
    }

    public string Filter
    {
        get => throw new NotSupportedException();
        set => Checkout["filter"] = value;
    }

    internal GitHubActionsImage[] Images { get; }

    /// <summary>What the checkout step is told; only what was set.</summary>
    internal Dictionary<string, string> Checkout { get; } = [];

    internal override string GetText(IReadOnlyCollection<ExecutableTarget> targets) => new WorkflowText(this, targets).Write();
}
