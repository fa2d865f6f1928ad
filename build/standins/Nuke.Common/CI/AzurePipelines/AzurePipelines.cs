namespace Nuke.Common.CI.AzurePipelines;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class AzurePipelines : Host, IBuildServer
{
    internal AzurePipelines() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("BUILD_SOURCEBRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("BUILD_SOURCEVERSION");
}
