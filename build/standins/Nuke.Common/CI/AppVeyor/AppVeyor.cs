namespace Nuke.Common.CI.AppVeyor;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class AppVeyor : Host, IBuildServer
{
    internal AppVeyor() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("APPVEYOR_REPO_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("APPVEYOR_REPO_COMMIT");
}
