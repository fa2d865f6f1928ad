using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A job of GitHub Actions: its environment here, what it writes to the log in the other part.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly Lazy<GitHubEventFile> _event;

    internal GitHubActions() => _event = new Lazy<GitHubEventFile>(() => GitHubEventFile.Read(EventPath));

    /// <summary>Null anywhere else.</summary>
    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    public string Home => EnvironmentInfo.GetVariable("HOME");

    public string Workflow => Variable("WORKFLOW");

    public string Action => Variable("ACTION");

    public string Actor => Variable("ACTOR");

    public string Repository => Variable("REPOSITORY");

    public string RepositoryOwner => Variable("REPOSITORY_OWNER");

    public string EventName => Variable("EVENT_NAME");

    public string EventPath => Variable("EVENT_PATH");

    public string Workspace => Variable("WORKSPACE");

    public string Sha => Variable("SHA");

    public string Ref => Variable("REF");

    public string RefName => Variable("REF_NAME");

    public string HeadRef => Variable("HEAD_REF");

    public string BaseRef => Variable("BASE_REF");

    public string RefType => Variable("REF_TYPE");

    public long RunAttempt => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ATTEMPT");

    public long RunNumber => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_NUMBER");

    public long RunId => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ID");

    public string ServerUrl => Variable("SERVER_URL");

    public string Job => Variable("JOB");

    public string Token => Variable("TOKEN");

    /// <summary>Only the event of that very name, not the ones with more rights.</summary>
    public bool IsPullRequest => EventName == "pull_request";

    public int? PullRequestNumber => _event.Value.Number;

    public string PullRequestAction => _event.Value.Action;

    public AbsolutePath StepSummaryFile => Variable("STEP_SUMMARY");

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    internal override HostTheme Theme { get; } = new AnsiTheme();

    internal override bool HasGroups => true;

    private static string Variable(string name) => EnvironmentInfo.GetVariable("GITHUB_" + name);
}
