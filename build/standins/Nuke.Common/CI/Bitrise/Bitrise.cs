namespace Nuke.Common.CI.Bitrise;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class Bitrise : Host, IBuildServer
{
    internal Bitrise() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("BITRISE_GIT_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("BITRISE_GIT_COMMIT");
}
