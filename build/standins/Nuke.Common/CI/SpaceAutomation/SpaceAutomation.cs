namespace Nuke.Common.CI.SpaceAutomation;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class SpaceAutomation : Host, IBuildServer
{
    internal SpaceAutomation() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("JB_SPACE_GIT_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("JB_SPACE_GIT_REVISION");
}
