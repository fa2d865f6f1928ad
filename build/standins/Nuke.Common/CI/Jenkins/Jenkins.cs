namespace Nuke.Common.CI.Jenkins;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class Jenkins : Host, IBuildServer
{
    internal Jenkins() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("GIT_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("GIT_COMMIT");
}
