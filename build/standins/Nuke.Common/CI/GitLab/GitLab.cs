namespace Nuke.Common.CI.GitLab;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class GitLab : Host, IBuildServer
{
    internal GitLab() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("CI_COMMIT_REF_NAME");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("CI_COMMIT_SHA");
}
