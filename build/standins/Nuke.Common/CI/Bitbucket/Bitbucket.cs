namespace Nuke.Common.CI.Bitbucket;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class Bitbucket : Host, IBuildServer
{
    internal Bitbucket() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("BITBUCKET_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("BITBUCKET_COMMIT");
}
